import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { believedUpTo, binomialDifference, fisherRise } from './chance.ts';

describe('fisherRise', () => {
  it('is the tea-tasting lady: 8 of 8 cups by chance once in 70, 6 of 8 in 17 of 70', () => {
    expect(fisherRise(4, 0, 4, 4)).toBeCloseTo(1 / 70, 12);
    expect(fisherRise(3, 1, 4, 4)).toBeCloseTo(17 / 70, 12);
    expect(fisherRise(0, 4, 4, 4)).toBeCloseTo(1, 12);
  });

  it('adds up to one over all ways in which the papers may fall', () => {
    const size = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 60 }), (n1, n2, wanted) => {
        const both = Math.min(wanted, n1 + n2);
        const [low, high] = [Math.max(0, both - n2), Math.min(both, n1)];
        const exactly = (a: number) =>
          fisherRise(a, both - a, n1, n2) -
          (a < high ? fisherRise(a + 1, both - a - 1, n1, n2) : 0);
        let sum = 0;
        for (let a = low; a <= high; a += 1) sum += exactly(a);
        expect(sum).toBeCloseTo(1, 9);
        expect(fisherRise(low, both - low, n1, n2)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('holds for counts whose factorials no number can hold', () => {
    expect(fisherRise(3000, 1000, 20_000, 20_000)).toBeLessThan(1e-200);
    expect(fisherRise(2000, 2000, 20_000, 20_000)).toBeGreaterThan(0.5);
  });
});

describe('binomialDifference', () => {
  it('is the sign test: ten of ten by chance twice in 1024', () => {
    expect(binomialDifference(10, 0)).toBeCloseTo(2 / 1024, 12);
    expect(binomialDifference(0, 10)).toBeCloseTo(2 / 1024, 12);
    expect(binomialDifference(5, 5)).toBe(1);
    expect(binomialDifference(0, 0)).toBe(1);
  });
});

describe('believedUpTo', () => {
  it('believes what Benjamini and Hochberg believe in the example of their paper', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    expect(believedUpTo(p, 0.05)).toBe(0.0095);
  });

  it('believes nothing when nothing is tested or all may be chance', () => {
    expect(believedUpTo([], 0.05)).toBe(0);
    expect(believedUpTo([0.2, 0.6], 0.05)).toBe(0);
  });
});
