import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomRecord } from 'pagefind';
import type { Day, Paper, PaperId } from '../paper.ts';
import {
  dropOtherPeriods,
  placePeriod,
  readPeriodKey,
  readKnownShards,
  readResultPapers,
  writeKnownShards,
  writePeriodKey,
  writeResultPapers,
  type KnownShard,
} from './index-cache.ts';
import { factsOf, periodFacts, type PaperFacts } from './period-facts.ts';
import { searchDocument, type SearchTags } from './search-document.ts';
import { digestShard, searchEvents } from './search-events.ts';
import {
  searchPeriods,
  type DaySize,
  type PeriodSizes,
  type SearchPeriod,
} from './search-periods.ts';
import { textAsOf, type SearchText } from './text-as-of.ts';
import { PeriodIndexer } from './write-period-index.ts';

/** The part of a snapshot that the index is made of. */
export interface SearchableSnapshot {
  shards(): { path: string; key: Day; sha256: string }[];
  papersOf(day: Day): Paper[];
}

export interface SearchIndexRequest {
  snapshot: SearchableSnapshot;
  /** Topics and links of a paper with the text as it was indexed. */
  tagsOf(paper: Paper, text: SearchText): SearchTags;
  /** Changes when tags would: topics, names, phrases. */
  configKey: string;
  cacheDir: string;
  sizes?: PeriodSizes;
  /** The first day to be found: periods that end before it are left out, and the others stay as they are. */
  from?: Day;
}

export interface SearchIndexReport {
  /** Newest first: what `periods.json` tells the browser. */
  periods: SearchPeriod[];
  rebuilt: Day[];
  kept: Day[];
  /** What stands beside the index, by paper. */
  facts: ReadonlyMap<PaperId, PaperFacts>;
}

type Shards = Map<string, KnownShard>;

function readShards({ snapshot, cacheDir, configKey }: SearchIndexRequest): Shards {
  const known = readKnownShards(cacheDir, configKey);
  const now: Shards = new Map();
  for (const { path, key, sha256 } of snapshot.shards()) {
    const cached = known.get(path);
    if (cached?.sha256 === sha256) {
      now.set(path, cached);
      continue;
    }
    const papers = snapshot.papersOf(key);
    now.set(path, { sha256, days: digestShard(papers), facts: factsOf(papers) });
  }
  return now;
}

function daySizes(shards: Shards): DaySize[] {
  const sizes = new Map<Day, number>();
  for (const { days } of shards.values())
    for (const [day, { papers }] of Object.entries(days))
      sizes.set(day, (sizes.get(day) ?? 0) + papers);
  return [...sizes].map(([date, papers]) => ({ date, papers }));
}

const within = (period: SearchPeriod, day: Day): boolean => period.from <= day && day <= period.to;

function keyOf(period: SearchPeriod, shards: Shards, configKey: string): string {
  const hash = createHash('sha256').update(configKey);
  for (const [path, { days }] of [...shards].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    for (const [day, { digest }] of Object.entries(days).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      if (within(period, day)) hash.update(`\n${path} ${day} ${digest}`);
  return hash.digest('hex');
}

function documentsOf(
  period: SearchPeriod,
  shards: Shards,
  request: SearchIndexRequest,
): CustomRecord[] {
  const latest = new Map<string, { day: Day; paper: Paper }>();
  for (const { path, key } of request.snapshot.shards()) {
    const days = Object.keys(shards.get(path)?.days ?? {});
    if (!days.some((day) => within(period, day))) continue;
    for (const event of request.snapshot.papersOf(key).flatMap(searchEvents))
      if (within(period, event.day)) latest.set(event.paper.id, event);
  }
  return [...latest.values()]
    .toSorted((a, b) =>
      a.day === b.day ? (a.paper.id < b.paper.id ? -1 : 1) : a.day < b.day ? -1 : 1,
    )
    .map(({ day, paper }) =>
      searchDocument(paper, request.tagsOf(paper, textAsOf(paper, day)), day),
    );
}

/** A period whose index is to be made, and the key under which it is kept. */
interface DuePeriod {
  period: SearchPeriod;
  key: string;
}

/**
 * Makes the index of each period. Two processes take turns: while one writes a period, the other reads the next. Both
 * take a core, and writing takes the memory.
 */
async function indexPeriods(
  due: readonly DuePeriod[],
  shards: Shards,
  request: SearchIndexRequest,
): Promise<void> {
  const { cacheDir } = request;
  const indexers = ['first', 'second'].map((name) => new PeriodIndexer(name));
  const read = async (at: number): Promise<(() => Promise<void>) | null> => {
    const [next, indexer] = [due[at], indexers[at % indexers.length]];
    if (!next || !indexer) return null;
    const { period, key } = next;
    const folder = join(cacheDir, period.id);
    rmSync(folder, { recursive: true, force: true });
    const write = await indexer.read(documentsOf(period, shards, request), join(folder, 'index'));
    return async () => {
      writeResultPapers(cacheDir, period.id, await write());
      writePeriodKey(cacheDir, period.id, key);
    };
  };
  try {
    let write = await read(0);
    for (let at = 1; write; at += 1) [write] = await Promise.all([read(at), write()]);
  } finally {
    await Promise.all(indexers.map((indexer) => indexer.close()));
  }
}

/**
 * Makes the search index of the whole archive in the cache folder: one index a period, only those anew whose text or
 * topics changed. Pagefind works in processes of its own, so that pages can be drawn meanwhile.
 * @throws SearchIndexError when Pagefind fails.
 */
export async function makeSearchIndex(request: SearchIndexRequest): Promise<SearchIndexReport> {
  const { cacheDir, configKey } = request;
  mkdirSync(cacheDir, { recursive: true });
  const shards = readShards(request);
  const { from = '' } = request;
  const periods = searchPeriods(daySizes(shards), request.sizes).filter(({ to }) => to >= from);
  const facts = new Map([...shards.values()].flatMap((shard) => Object.entries(shard.facts)));
  const keyed = periods.map((period) => ({ period, key: keyOf(period, shards, configKey) }));
  const due = keyed.filter(({ period, key }) => readPeriodKey(cacheDir, period.id) !== key);
  if (due.length > 0) await indexPeriods(due, shards, request);
  writeKnownShards(cacheDir, configKey, shards);
  dropOtherPeriods(
    cacheDir,
    periods.map((p) => p.id),
  );
  const rebuilt = due.map(({ period }) => period.id);
  const kept = periods.map(({ id }) => id).filter((id) => !rebuilt.includes(id));
  return { periods, rebuilt, kept, facts };
}

/**
 * Puts the index into the site, with `periods.json`, newest first, that tells the browser where to look, and beside each
 * period's index its `facts.json`. A cold cache gives the same files as a warm one.
 * @param outDir `dist/search-index`
 */
export function placeSearchIndex(
  { periods, facts }: SearchIndexReport,
  cacheDir: string,
  outDir: string,
): void {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  for (const { id } of periods) {
    placePeriod(cacheDir, id, outDir);
    const beside = periodFacts(readResultPapers(cacheDir, id), facts);
    writeFileSync(join(outDir, id, 'facts.json'), `${JSON.stringify(beside)}\n`);
  }
  writeFileSync(join(outDir, 'periods.json'), `${JSON.stringify(periods)}\n`);
}
