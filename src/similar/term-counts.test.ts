import { describe, expect, it } from 'vitest';
import { TermCounts } from './term-counts.ts';

describe('counts of terms', () => {
  it('are those of the map they were made of, over all 32 bits', () => {
    const counts = new Map([
      [4_294_967_295, 3],
      [0, 9],
      [2_147_483_648, 2],
      [7, 5],
    ] as const);
    const made = TermCounts.of(counts);
    for (const [term, count] of counts) expect(made.get(term)).toBe(count);
    for (const other of [1, 6, 8, 2_147_483_647, 4_294_967_294])
      expect(made.get(other)).toBeUndefined();
  });

  it('hold nothing when none was counted', () => {
    expect(TermCounts.of(new Map()).get(0)).toBeUndefined();
  });
});
