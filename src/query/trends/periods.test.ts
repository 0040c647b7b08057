import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isListingDay } from '../../calendar/calendar.ts';
import { addDays } from '../../calendar/eastern-time.ts';
import { comparisonOf, isWhole, periodsOf, recordBegins, type Recorded } from './periods.ts';

/** Everything that arXiv announced from one day to another, but for the days named. */
function record(oldest: string, newest: string, ...lost: string[]): Recorded {
  return {
    oldest,
    newest,
    has: (day) => day >= oldest && day <= newest && isListingDay(day) && !lost.includes(day),
  };
}

describe('periods', () => {
  it('has no day for a weekend or a holiday: Thanksgiving is not a dip', () => {
    const { day } = periodsOf('2026-11-23', record('2026-11-23', '2026-12-01'));
    expect(day.map(({ from }) => from)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-30',
      '2026-12-01',
    ]);
  });

  it('counts a week with a holiday as whole, with the announcements that it had', () => {
    const { week } = periodsOf('2026-11-16', record('2026-11-16', '2026-12-04'));
    const thanksgiving = week.find(({ from }) => from === '2026-11-23');
    expect(thanksgiving).toMatchObject({ to: '2026-11-29', announcements: 4, recorded: 4 });
    expect(week.map(isWhole)).toEqual([true, true, true]);
  });

  it('marks as partial the running week and month, the first ones, and those with a lost day', () => {
    const { week, month } = periodsOf(
      '2026-10-07',
      record('2026-10-07', '2026-11-24', '2026-10-21'),
    );
    expect(week.map((one) => [one.from, isWhole(one)])).toEqual([
      ['2026-10-05', false],
      ['2026-10-12', true],
      ['2026-10-19', false],
      ['2026-10-26', true],
      ['2026-11-02', true],
      ['2026-11-09', true],
      ['2026-11-16', true],
      ['2026-11-23', false],
    ]);
    expect(month.map((one) => [one.from, one.to, isWhole(one)])).toEqual([
      ['2026-10-01', '2026-10-31', false],
      ['2026-11-01', '2026-11-30', false],
    ]);
  });

  it('begins after the last larger gap: single days from before the record do not count', () => {
    const known = new Set(['2021-03-02', '2026-11-02', '2026-11-23', '2026-11-24']);
    const has = (day: string) => known.has(day);
    expect(recordBegins({ oldest: '2021-03-02', newest: '2026-11-24', has })).toBe('2026-11-23');
    for (const day of ['2026-11-10', '2026-11-16']) known.add(day);
    expect(recordBegins({ oldest: '2021-03-02', newest: '2026-11-24', has })).toBe('2026-11-02');
  });

  it('compares only spans that the record holds whole', () => {
    const whole = record('2026-09-01', '2026-11-24');
    expect(comparisonOf(7, '2026-09-01', whole)).toMatchObject({
      recent: { from: '2026-11-18', to: '2026-11-24', announcements: 5 },
      previous: { from: '2026-11-11', to: '2026-11-17', announcements: 5 },
      comparable: true,
    });
    expect(comparisonOf(7, '2026-11-12', whole).comparable).toBe(false);
    expect(
      comparisonOf(7, '2026-09-01', record('2026-09-01', '2026-11-24', '2026-11-19')).comparable,
    ).toBe(false);
  });

  it('cover every day of the record once, without gap or overlap, for any record', () => {
    const begin = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(begin, fc.integer({ min: 0, max: 340 }), (oldest, length) => {
        const recorded = record(oldest, addDays(oldest, length));
        for (const unit of ['week', 'month'] as const) {
          const spans = periodsOf(oldest, recorded)[unit];
          for (const [index, { from }] of spans.entries())
            if (index > 0) expect(addDays(spans[index - 1]!.to, 1)).toBe(from);
          expect(spans[0]!.from <= oldest && spans.at(-1)!.to >= recorded.newest).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});
