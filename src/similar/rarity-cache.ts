/** Rarities in the cache folder, one file for each basis: counted once, as the oldest papers stay what they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../store/replace-file.ts';
import { TermCounts } from './term-counts.ts';
import type { TermRarity } from './term-vector.ts';

interface KeptRarity {
  /** The days that were counted, each as date and key, oldest first. */
  days: string[];
  papers: number;
  /** Hashes, ascending, and in how many papers each of them stands. */
  terms: number[];
  counts: number[];
}

const isKept = (value: unknown): value is KeptRarity =>
  typeof value === 'object' &&
  value !== null &&
  'days' in value &&
  Array.isArray(value.days) &&
  'papers' in value &&
  'terms' in value &&
  Array.isArray(value.terms) &&
  'counts' in value &&
  Array.isArray(value.counts);

const fileOf = (cacheDir: string, basis: number): string => join(cacheDir, `rarity-${basis}.json`);

/** @param days all days of the archive; `null` when those that were counted are not its first any more */
export function readRarity(
  cacheDir: string,
  basis: number,
  days: readonly string[],
): TermRarity | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(cacheDir, basis), 'utf8'));
    if (!isKept(kept) || kept.days.some((day, index) => day !== days[index])) return null;
    const counts = new TermCounts(Uint32Array.from(kept.terms), Uint32Array.from(kept.counts));
    return { papers: kept.papers, counts };
  } catch {
    return null; // Not there, or cut short: counted again.
  }
}

export function writeRarity(
  cacheDir: string,
  basis: number,
  days: readonly string[],
  { papers, counts }: TermRarity,
): void {
  const kept: KeptRarity = {
    days: [...days],
    papers,
    terms: [...counts.terms],
    counts: [...counts.papers],
  };
  replaceFile(fileOf(cacheDir, basis), JSON.stringify(kept));
}
