/** A small archive and a day's change to it, by the store and by a plain writer. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Paper } from '../../src/paper.ts';
import { canonicalJson } from '../../src/store/canonical-json.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { inventedPaper, mailingDay } from '../../src/store/fixtures/invented-papers.ts';
import { papers } from '../../src/store/kinds.ts';
import { mergePaper, type Observation } from '../../src/store/merge-paper.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Receipt } from '../../src/store/receipts.ts';
import { serialiseShard, shardPath } from '../../src/store/shard.ts';

const DAYS = 6;
const A_DAY = 8;
/** The first mailing day of another year: its folder is new. */
const TODAY = 261;

export const SIZE = `${DAYS * A_DAY} papers, ${A_DAY + 3} changed`;

export type Writer = 'store' | 'plain';

/** The archive before the change. */
export function makeArchive(dir: string): void {
  const known = Array.from({ length: DAYS * A_DAY }, (_, index) => start(index));
  commitSnapshot(dir, { base: openSnapshot(dir, { cacheFile: null }), papers: known });
}

/** A day's run: new papers, two replacements, one date that a feed corrects, a receipt. */
export function change(dir: string, writer: Writer): void {
  if (writer === 'plain') return writePlainly(dir);
  const base = openSnapshot(dir, { cacheFile: null });
  const incoming = observations();
  const known = base.find(incoming.map(({ id }) => id));
  const merged = incoming.map((next) => mergePaper(known.get(next.id), next, mailingDay(TODAY)));
  commitSnapshot(
    dir,
    { base, papers: merged.map(({ paper }) => paper), receipts: [receipt] },
    // A rerun takes the lock of the run that was killed.
    { warn: () => {} },
  );
}

/** What a reader sees: every paper, or why it is refused. */
export function view(dir: string, writer: Writer): string {
  if (writer === 'plain') return plainView(dir);
  const snapshot = openSnapshot(dir, { cacheFile: null });
  const everything = [...snapshot.allPapers(), ...snapshot.receipts()];
  return everything.map(canonicalJson).join('\n');
}

function start(index: number): Paper {
  const paper = inventedPaper(Math.floor(index / A_DAY), index % A_DAY);
  return index === 9 ? { ...paper, announced_from: 'derived' } : paper;
}

function observations(): Observation[] {
  const observed = (paper: Paper): Observation => ({
    ...paper,
    from: 'api',
    announcedFrom: 'feed',
  });
  const replaced = [start(2), start(30)].map((paper) => ({
    ...observed(paper),
    version: 2,
    title: `${paper.title}, revised`,
    replacedOn: mailingDay(TODAY),
  }));
  const corrected = { ...observed(start(9)), announced: mailingDay(2) };
  const fresh = Array.from({ length: A_DAY }, (_, number) =>
    observed(inventedPaper(TODAY, number)),
  );
  return [...fresh, ...replaced, corrected];
}

const at = `${mailingDay(TODAY)}T06:37:00Z`;
const receipt: Receipt = {
  id: `run/${at}`,
  at,
  sources: {},
  channels: {},
  merged: { added: A_DAY, updated: 3, unchanged: 0 },
  problems: [],
};

/** What scripts do that have no store: read all, merge, write each file. */
function writePlainly(dir: string): void {
  const known = new Map(plainPapers(dir).map((paper) => [paper.id, paper]));
  for (const next of observations()) {
    known.set(next.id, mergePaper(known.get(next.id), next, mailingDay(TODAY)).paper);
  }
  const shards = Map.groupBy(known.values(), (paper) => shardPath(papers.name, paper.announced));
  for (const [path, records] of shards) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), serialiseShard(records, papers));
  }
}

function plainView(dir: string): string {
  return plainPapers(dir).map(canonicalJson).join('\n');
}

function plainPapers(dir: string): Paper[] {
  const folder = join(dir, papers.name);
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line): Paper => JSON.parse(line));
}
