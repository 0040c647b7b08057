import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchPeriods, type DaySize } from './search-periods.ts';

const day = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
const daysOf = (sizes: number[]): DaySize[] => sizes.map((papers, i) => ({ date: day(i), papers }));
const sizes = { large: 800, medium: 150 };
const archive = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 120 }).map(daysOf);

describe('search periods', () => {
  it('hold every day with papers exactly once, newest first', () => {
    fc.assert(
      fc.property(archive, (days) => {
        const periods = searchPeriods(days, sizes);
        expect(periods.reduce((sum, p) => sum + p.papers, 0)).toBe(
          days.reduce((s, d) => s + d.papers, 0),
        );
        for (const d of days.filter((x) => x.papers > 0))
          expect(periods.filter((p) => p.from <= d.date && d.date <= p.to)).toHaveLength(1);
        for (const [i, p] of periods.entries())
          if (i > 0) expect(p.to < (periods[i - 1]?.from ?? '')).toBe(true);
      }),
    );
  });

  it('do not depend on the order in which days are given', () => {
    fc.assert(
      fc.property(archive, (days) => {
        expect(searchPeriods([...days].reverse(), sizes)).toEqual(searchPeriods(days, sizes));
      }),
    );
  });

  it('change only at the new end when a day is added', () => {
    fc.assert(
      fc.property(archive, fc.integer({ min: 1, max: 200 }), (days, papers) => {
        const before = searchPeriods(days, sizes);
        const after = searchPeriods([...days, { date: day(days.length), papers }], sizes);
        const large = before.filter((p) => p.closed && p.papers >= sizes.large);
        for (const p of large) expect(after).toContainEqual(p);
      }),
    );
  });

  it('stay few: at 50,000 papers a search asks no more than twelve indexes', () => {
    const periods = searchPeriods(daysOf(Array.from({ length: 334 }, () => 150)));
    expect(periods.length).toBeLessThanOrEqual(12);
    expect(periods[0]?.papers).toBeLessThan(1_500 + 150);
  });

  it('are none for an empty archive', () => {
    expect(searchPeriods([])).toEqual([]);
  });
});
