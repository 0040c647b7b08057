/** The rows of the earlier product's database into the snapshot: nothing better that it holds is replaced. */
import type { Config } from '../config/config.ts';
import type { Day, Instant, Paper } from '../paper.ts';
import type { Dataset } from '../records/dataset.ts';
import type { Job } from '../records/job.ts';
import { slugOf } from '../sources/jobs/fetch-jobs.ts';
import type { ListedJob } from '../sources/jobs/listed-job.ts';
import { datasets } from '../store/dataset-kind.ts';
import { jobs } from '../store/job-kinds.ts';
import { mergePaper, type Observation } from '../store/merge-paper.ts';
import { news } from '../store/news-kind.ts';
import type { Changes, Snapshot } from '../store/snapshot.ts';
import { dayOf } from '../text/dates.ts';
import { mergeJobs } from '../update/merge-jobs.ts';
import { mergeNews, type Sighted } from '../update/merge-news.ts';
import { Stories } from '../update/same-story.ts';
import { readDatasetRows } from './dataset-row.ts';
import { readJobRow } from './job-row.ts';
import { newsRowReader } from './news-row.ts';
import { readPaperRow } from './paper-row.ts';
import type { EarlierTables } from './read-database.ts';
import { isRefused, type Reading, type Refused, type Taken } from './reading.ts';

/** What became of the rows of one table; each row is in `added`, `updated`, `known` or `refused`. */
export interface TableReport {
  table: keyof EarlierTables;
  rows: number;
  /** Records that are new to the snapshot, and those that it held and that gained something. */
  added: number;
  updated: number;
  /** Rows that say nothing new: of a record that is as it was, or a second row of one. */
  known: number;
  /** What was put right, with the rows. */
  repaired: Map<string, string[]>;
  refused: Refused[];
}

export interface ImportPlan {
  changes: Changes;
  reports: TableReport[];
}

export interface ImportFacts {
  config: Config;
  /** Instant of the import. */
  now: Instant;
  /** Names of datasets that the list kept by hand has. */
  curatedNames: readonly string[];
}

/** What an import would change. Writes nothing; the same rows over the result change nothing. */
export function planImport(tables: EarlierTables, base: Snapshot, facts: ImportFacts): ImportPlan {
  const today = dayOf(facts.now);
  const papers = planPapers(
    tables.papers.map((row) => readPaperRow(row, today)),
    base,
    today,
  );
  const stories = planNews(tables.news.map(newsRowReader(facts.config)), base, facts.now);
  const listed = planJobs(tables.jobs.map(readJobRow), base, facts.config, today);
  const sets = planDatasets(readDatasetRows(tables.datasets, today), base, facts.curatedNames);
  return {
    changes: {
      base,
      papers: papers.changed,
      records: [
        { kind: news, upsert: stories.changed },
        { kind: jobs, upsert: listed.changed },
        { kind: datasets, upsert: sets.changed },
      ],
    },
    reports: [papers.report, stories.report, listed.report, sets.report],
  };
}

interface Planned<T> {
  changed: T[];
  report: TableReport;
}

/** The report without its sums, and what was taken. */
function sorted<T>(
  table: TableReport['table'],
  readings: readonly Reading<T>[],
): { report: TableReport; taken: Taken<T>[] } {
  const report: TableReport = {
    table,
    rows: readings.length,
    added: 0,
    updated: 0,
    known: 0,
    repaired: new Map(),
    refused: [],
  };
  const taken: Taken<T>[] = [];
  for (const reading of readings) {
    if (isRefused(reading)) {
      report.refused.push(reading);
      continue;
    }
    taken.push(reading);
    for (const repair of reading.repairs)
      report.repaired.set(repair, [...(report.repaired.get(repair) ?? []), reading.row]);
  }
  return { report, taken };
}

function planPapers(
  readings: readonly Reading<Observation>[],
  base: Snapshot,
  today: Day,
): Planned<Paper> {
  const { report, taken } = sorted('papers', readings);
  const held = base.find(taken.map(({ record }) => record.id));
  const next = new Map<string, Paper>();
  for (const { record } of taken) {
    const known = next.get(record.id) ?? held.get(record.id);
    const statement = known === undefined ? record : beside(known, record);
    const { paper, change } = mergePaper(known, statement, today);
    if (change !== 'unchanged') next.set(record.id, paper);
  }
  const changed = [...next.values()];
  report.added = changed.filter(({ id }) => !held.has(id)).length;
  report.updated = changed.length - report.added;
  report.known = taken.length - changed.length;
  return { changed, report };
}

/** Of a paper that the archive knows only what it lacks: its own words stand. */
function beside(known: Paper, row: Observation): Observation {
  const addresses = new Set(known.links.map(({ url }) => bare(url)));
  const { announced: _derived, ...rest } = row;
  return {
    ...rest,
    title: known.title,
    abstract: known.abstract ?? row.abstract,
    authors: known.authors.length > 0 ? known.authors : row.authors,
    categories: known.categories,
    primary_category: known.primary_category,
    submitted: known.submitted,
    updated: row.version > known.version ? row.updated : known.updated,
    comment: known.comment,
    links: (row.links ?? []).filter(({ url }) => !addresses.has(bare(url))),
  };
}

const bare = (url: string): string => url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/+$/g, '');

function planNews(
  readings: readonly Reading<Sighted>[],
  base: Snapshot,
  now: Instant,
): Planned<ReturnType<typeof news.parse>> {
  const { report, taken } = sorted('news', readings);
  const held = new Map([...base.records(news)].map((item) => [item.id, item]));
  const { changed } = mergeNews(
    taken.map(({ record }) => record),
    new Stories(held.values()),
    now,
  );
  report.added = [...changed.keys()].filter((id) => !held.has(id)).length;
  report.updated = changed.size - report.added;
  report.known = taken.length - changed.size;
  return { changed: [...changed.values()], report };
}

/** Of a list that the daily run reads, the next run tells which jobs are still open; of others nobody can. */
function planJobs(
  readings: readonly Reading<ListedJob>[],
  base: Snapshot,
  config: Config,
  today: Day,
): Planned<Job> {
  const { report, taken } = sorted('jobs', readings);
  const list = config.jobs.github[0];
  const source = list === undefined ? 'imported' : `github-${slugOf(list.repo)}`;
  const merged = mergeJobs(
    source,
    taken.map(({ record }) => record),
    new Map(),
    { today, lastSeen: today },
  );
  const held = base.locate(
    jobs.name,
    merged.changed.map(({ id }) => id),
  );
  const fresh = merged.changed.filter(({ id }) => !held.has(id));
  report.added = fresh.length;
  report.known = taken.length - fresh.length;
  const closed = { closed_on: today, last_seen: today };
  const changed = list === undefined ? fresh.map((job) => ({ ...job, ...closed })) : fresh;
  return { changed, report };
}

function planDatasets(
  readings: readonly Reading<Dataset>[],
  base: Snapshot,
  curated: readonly string[],
): Planned<Dataset> {
  const { report, taken } = sorted('datasets', readings);
  const held = new Map([...base.records(datasets)].map((one) => [one.id, one]));
  const names = new Set(curated.map(plain));
  for (const { name, id } of held.values()) if (!id.startsWith('imported/')) names.add(plain(name));
  const changed = new Map<string, Dataset>();
  for (const { record } of taken) {
    const known = held.get(record.id);
    if (names.has(plain(record.name)) || changed.has(record.id) || known) continue;
    changed.set(record.id, record);
  }
  report.added = [...changed.keys()].length;
  report.known = taken.length - changed.size;
  return { changed: [...changed.values()], report };
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
