/** Rarities in the cache folder, one file for each basis: counted once, as the oldest papers stay what they are. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TermRarity } from './term-vector.ts';

interface KeptRarity {
  /** The days that were counted, each as date and key, oldest first. */
  days: string[];
  papers: number;
  counts: [hash: number, count: number][];
}

const isKept = (value: unknown): value is KeptRarity =>
  typeof value === 'object' &&
  value !== null &&
  'days' in value &&
  Array.isArray(value.days) &&
  'papers' in value &&
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
    return { papers: kept.papers, counts: new Map(kept.counts) };
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
  const kept: KeptRarity = { days: [...days], papers, counts: [...counts] };
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(fileOf(cacheDir, basis), JSON.stringify(kept));
}
