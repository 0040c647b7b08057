/** What is kept in the cache folder between builds. All of it can be made again from the snapshot. */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PaperId } from '../paper.ts';
import type { PaperFacts } from './period-facts.ts';
import type { ShardDigest } from './search-events.ts';

/** Raise it when documents or digests are made in another way: the cache is then made anew. */
const FORM = 2;

/** What is known of a shard without reading it again. */
export interface KnownShard {
  sha256: string;
  days: ShardDigest;
  facts: Record<PaperId, PaperFacts>;
}

const isKnown = (
  value: unknown,
  key: string,
): value is { key: string; shards: Record<string, KnownShard> } =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  value.key === `${FORM} ${key}` &&
  'shards' in value;

/** Shards by path as of the last build under the same `key`; empty when the cache is cold or cannot be read. */
export function readKnownShards(cacheDir: string, key: string): Map<string, KnownShard> {
  try {
    const value: unknown = JSON.parse(readFileSync(join(cacheDir, 'shards.json'), 'utf8'));
    return new Map(isKnown(value, key) ? Object.entries(value.shards) : []);
  } catch {
    // A cold or damaged cache costs time, never an answer.
    return new Map();
  }
}

export function writeKnownShards(
  cacheDir: string,
  key: string,
  shards: Map<string, KnownShard>,
): void {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(
    join(cacheDir, 'shards.json'),
    JSON.stringify({ key: `${FORM} ${key}`, shards: Object.fromEntries(shards) }),
  );
}

/** The key under which a period's index was made last; `null` when there is none. */
export function readPeriodKey(cacheDir: string, period: string): string | null {
  const file = join(cacheDir, period, 'key');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Written last: an index without a key was not finished, and is made again. */
export function writePeriodKey(cacheDir: string, period: string, key: string): void {
  writeFileSync(join(cacheDir, period, 'key'), key);
}

/** Which paper each result of a period's index is. */
export function writeResultPapers(
  cacheDir: string,
  period: string,
  papers: Readonly<Record<string, PaperId>>,
): void {
  writeFileSync(join(cacheDir, period, 'papers.json'), JSON.stringify(papers));
}

export function readResultPapers(cacheDir: string, period: string): Record<string, PaperId> {
  const papers: Record<string, PaperId> = JSON.parse(
    readFileSync(join(cacheDir, period, 'papers.json'), 'utf8'),
  );
  return papers;
}

/** Takes periods out of the cache that the archive no longer has. */
export function dropOtherPeriods(cacheDir: string, periods: readonly string[]): void {
  for (const entry of readdirSync(cacheDir, { withFileTypes: true }))
    if (entry.isDirectory() && !periods.includes(entry.name))
      rmSync(join(cacheDir, entry.name), { recursive: true });
}

/** Puts a period's files into the site: as hard links where the file system has them, else as copies. */
export function placePeriod(cacheDir: string, period: string, outDir: string): void {
  const from = join(cacheDir, period, 'index');
  const to = join(outDir, period);
  rmSync(to, { recursive: true, force: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    mkdirSync(dirname(target), { recursive: true });
    try {
      linkSync(source, target);
    } catch {
      // Another file system, or one without links: a copy serves as well.
      cpSync(source, target);
    }
  }
}
