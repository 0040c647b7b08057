import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRarity, writeRarity } from './rarity-cache.ts';
import { TermCounts } from './term-counts.ts';

const rarity = {
  papers: 256,
  counts: TermCounts.of(
    new Map([
      [4_294_967_295, 3],
      [7, 2],
    ]),
  ),
};
const days = ['2026-01-02 a', '2026-01-05 b'];
let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'rarity-'));
  writeRarity(cache, 256, days, rarity);
});
afterEach(() => rmSync(cache, { recursive: true }));

describe('readRarity', () => {
  it('gives back what was counted, however many days followed', () => {
    expect(readRarity(cache, 256, [...days, '2026-01-06 c'])).toEqual(rarity);
  });

  it.each([
    ['a day that was counted changed', ['2026-01-02 a', '2026-01-05 other']],
    ['a day came before them', ['2026-01-01 new', ...days]],
    ['a day that was counted is gone', ['2026-01-02 a']],
  ])('gives nothing when %s', (_, now) => {
    expect(readRarity(cache, 256, now)).toBeNull();
  });

  it('gives nothing of another basis, or of a file that is cut short', () => {
    expect(readRarity(cache, 1_024, days)).toBeNull();
    truncateSync(join(cache, 'rarity-256.json'), 20);
    expect(readRarity(cache, 256, days)).toBeNull();
  });
});
