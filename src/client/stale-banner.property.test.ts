import fc from 'fast-check';
import { expect, it } from 'vitest';
import { staleAfter } from '../health/expected.ts';
import { isListingDay } from '../calendar/calendar.ts';

it('no site is late within 40 hours of the date of its newest announcement: the calendar need not be asked', () => {
  const day = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => new Date(Date.UTC(2025, 0, 2 + n)).toISOString().slice(0, 10))
    .filter(isListingDay);
  fc.assert(
    fc.property(day, (newest) => {
      expect(Date.parse(staleAfter(newest)) - Date.parse(newest)).toBeGreaterThanOrEqual(
        40 * 3_600_000,
      );
    }),
    { numRuns: 200 },
  );
});
