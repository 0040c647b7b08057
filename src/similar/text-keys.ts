import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day, Paper } from '../paper.ts';
import { textAsOf } from '../search/text-as-of.ts';
import { replaceFile } from '../store/replace-file.ts';

/** A shard of the snapshot, as the manifest names it. */
export interface ShardState {
  key: Day;
  sha256: string;
}

type Known = Record<Day, { sha256: string; key: string }>;

const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null;

/** @property text as it stands in the file; empty when that is of no use */
function readKnown(file: string): { known: Known; text: string } {
  try {
    const text = readFileSync(file, 'utf8');
    const value: unknown = JSON.parse(text);
    if (isKnown(value)) return { known: value, text };
  } catch {
    // A cold or damaged cache costs a reading of the shards, never an answer.
  }
  return { known: {}, text: '' };
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
  const { known: before, text } = readKnown(file);
  const now: Known = {};
  for (const { key: date, sha256 } of shards) {
    const known = before[date];
    now[date] = known?.sha256 === sha256 ? known : { sha256, key: textKey(papersOf(date)) };
  }
  const written = JSON.stringify(now);
  if (written !== text) replaceFile(file, written);
  return shards.map(({ key: date }) => ({ date, key: now[date]?.key ?? '' }));
}
