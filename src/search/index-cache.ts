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
import type { ShardDigest } from './search-events.ts';

/** Raise it when documents or digests are made in another way: the cache is then made anew. */
const FORM = 1;

interface KnownShard {
  sha256: string;
  days: ShardDigest;
}

const isKnown = (value: unknown): value is { form: number; shards: Record<string, KnownShard> } =>
  typeof value === 'object' &&
  value !== null &&
  'form' in value &&
  value.form === FORM &&
  'shards' in value;

/** Digests by shard path as of the last build; empty when the cache is cold or cannot be read. */
export function readShardDigests(cacheDir: string): Map<string, KnownShard> {
  try {
    const value: unknown = JSON.parse(readFileSync(join(cacheDir, 'shards.json'), 'utf8'));
    return new Map(isKnown(value) ? Object.entries(value.shards) : []);
  } catch {
    // A cold or damaged cache costs time, never an answer.
    return new Map();
  }
}

export function writeShardDigests(cacheDir: string, shards: Map<string, KnownShard>): void {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(
    join(cacheDir, 'shards.json'),
    JSON.stringify({ form: FORM, shards: Object.fromEntries(shards) }),
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
