import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['inclde', 'include'],
    ['exlcude', 'exclude'],
    ['Include', 'include'],
    ['colour', null],
  ])('%s → %s', (word, meant) => {
    expect(nearest(word, ['id', 'name', 'include', 'exclude'])).toBe(meant);
  });

  it('names nothing when there is nothing to name', () => {
    expect(nearest('include', [])).toBeNull();
  });
});

describe('edit distance', () => {
  it.each([
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['topics', 'tpoics', 1],
  ])('%s → %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is symmetric, zero for equals only, and at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
