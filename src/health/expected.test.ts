import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isListingDay } from '../calendar/calendar.ts';
import { lastExpected, mailingsBehind, staleAfter } from './expected.ts';

describe('what is expected of the record', () => {
  it('is the listing of the day from noon in New York on, not from midnight: the runs need their time', () => {
    expect(lastExpected('2026-11-24T16:59:00Z')).toBe('2026-11-23');
    expect(lastExpected('2026-11-24T17:00:00Z')).toBe('2026-11-24');
    expect(lastExpected('2026-07-14T16:00:00Z')).toBe('2026-07-14');
  });

  it('is no more at weekends and after Thanksgiving', () => {
    expect(mailingsBehind('2026-11-20', '2026-11-23T12:00:00Z')).toBe(0);
    expect(mailingsBehind('2026-11-26', '2026-11-29T12:00:00Z')).toBe(0);
    expect(mailingsBehind('2026-11-26', '2026-11-30T18:00:00Z')).toBe(1);
  });

  it('counts every mailing that is missing', () => {
    expect(mailingsBehind('2026-11-02', '2026-11-13T18:00:00Z')).toBe(9);
  });

  it('has an end that can be told beforehand: then, and not before, the record is late', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2026, 0, 5 + n)).toISOString().slice(0, 10))
      .filter(isListingDay);
    fc.assert(
      fc.property(day, (newest) => {
        const end = Date.parse(staleAfter(newest));
        const at = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
        expect(mailingsBehind(newest, at(end - 1000))).toBe(0);
        expect(mailingsBehind(newest, at(end))).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
