/**
 * Writes a snapshot of the real records, to look at the site with:
 * `node tests/daily/make-snapshot.ts <folder> [count]` — the newest `count` papers, all when left out.
 * What `config.yaml` keeps is kept; announcement dates come from ids and calendar; versions have their history.
 */
import { readConfig } from '../../src/config/read-config.ts';
import type { Config } from '../../src/config/config.ts';
import { findLinks } from '../../src/match/find-links.ts';
import type { FetchedPaper, Paper, PaperId } from '../../src/paper.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { mergePaper } from '../../src/store/merge-paper.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { announcementDates } from '../../src/update/arxiv/announcement-dates.ts';
import { keeper } from '../../src/update/arxiv/keep.ts';
import { oneLine, paragraphs } from '../../src/arxiv/answer-text.ts';
import { readRealRecords, readRealVersions, type RealRecord } from '../real-records.ts';

/** The papers that a config keeps of the real records, newest announcement first. */
export function realPapersKept(config: Config): Paper[] {
  const records = readRealRecords();
  const dates = announcementDates(
    records.map(({ id, published }) => ({ id, submitted: published })),
  );
  const earlier = Map.groupBy(readRealVersions(records), (row) => row.id);
  const keep = keeper(config);
  const kept = records.map(fetched).filter((paper) => keep(paper) !== null);
  const papers = kept.map((paper) => {
    const announced = dates.get(paper.id) ?? paper.submitted.slice(0, 10);
    const versions = (earlier.get(paper.id) ?? [])
      .map(fetched)
      .filter((v) => v.version < paper.version);
    return mergeAll([...versions, paper], announced);
  });
  return papers.sort((a, b) => (a.announced < b.announced ? 1 : -1));
}

function mergeAll(versions: FetchedPaper[], announced: string): Paper {
  let known: Paper | undefined;
  for (const version of versions) {
    known = mergePaper(
      known,
      { ...version, announced, links: findLinks(version) },
      announced,
    ).paper;
  }
  if (!known) throw new Error('a paper without versions');
  return known;
}

function fetched(record: RealRecord): FetchedPaper {
  return {
    id: record.id,
    version: record.version,
    title: oneLine(record.title),
    abstract: paragraphs(record.abstract),
    authors: record.authors.map((name) => ({ name })),
    categories: record.categories,
    primary_category: record.primary_category,
    submitted: record.published,
    updated: record.updated,
    comment: record.comment === null ? null : oneLine(record.comment),
    journal_ref: record.journal_ref,
    doi: record.doi,
    from: 'api',
  };
}

/** Commits the newest `count` of the kept real papers to a data folder; gives their ids. */
export function makeSnapshot(dir: string, config: Config, count = Infinity): PaperId[] {
  const papers = realPapersKept(config).slice(0, count);
  commitSnapshot(dir, { base: openSnapshot(dir), papers });
  return papers.map(({ id }) => id);
}

if (import.meta.main) {
  const [dir, count] = process.argv.slice(2);
  if (!dir) {
    console.error('usage: node tests/daily/make-snapshot.ts <folder> [count]');
    process.exit(2);
  }
  const ids = makeSnapshot(dir, await readConfig(), count ? Number(count) : undefined);
  console.log(`${ids.length} papers in ${dir}`);
}
