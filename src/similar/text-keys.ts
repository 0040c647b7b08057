import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day, Paper } from '../paper.ts';
import { textAsOf } from '../search/text-as-of.ts';

/** A shard of the snapshot, as the manifest names it. */
export interface ShardState {
  key: Day;
  sha256: string;
}

type Known = Record<Day, { sha256: string; key: string }>;

const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null;

function readKnown(file: string): Known {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKnown(value) ? value : {};
  } catch {
    // A cold or damaged cache costs a reading of the shards, never an answer.
    return {};
  }
}

/** Digest of a day's papers with title and abstract as first announced: nothing else of them is compared. */
function textKey(papers: readonly Paper[]): string {
  const hash = createHash('sha256');
  for (const paper of papers) {
    const { title, abstract } = textAsOf(paper, paper.announced);
    hash.update(JSON.stringify([paper.id, title, abstract])).update('\n');
  }
  return hash.digest('base64url');
}

/**
 * A key for each day that changes when the texts first announced on it do; citations, comments and later versions leave
 * it as it is. Only shards whose sha256 changed are read.
 * @param shards oldest first
 */
export function textKeys(
  shards: readonly ShardState[],
  papersOf: (date: Day) => Paper[],
  cacheDir: string,
): { date: Day; key: string }[] {
  const file = join(cacheDir, 'text-keys.json');
  const before = readKnown(file);
  const now: Known = {};
  for (const { key: date, sha256 } of shards) {
    const known = before[date];
    now[date] = known?.sha256 === sha256 ? known : { sha256, key: textKey(papersOf(date)) };
  }
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(file, JSON.stringify(now));
  return shards.map(({ key: date }) => ({ date, key: now[date]?.key ?? '' }));
}
