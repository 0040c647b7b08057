import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcementDay,
  calendarWarning,
  dueBetween,
  isListingDay,
  isMailingDay,
  lastDue,
  nextMailing,
} from './calendar.ts';
import { formatInstant } from '../text/dates.ts';
import { addDays, easternClock, easternInstant, weekdayOf } from './eastern-time.ts';
import { usualHolidays } from './no-mailing-days.ts';

describe('the listing date of a submission', () => {
  it.each([
    ['Tuesday before the cut-off: Wednesday', '2026-11-10T18:59:59Z', '2026-11-11'],
    ['Tuesday at the cut-off: Thursday', '2026-11-10T19:00:00Z', '2026-11-12'],
    [
      'Thursday after the cut-off: Monday, by the mailing of Sunday',
      '2026-11-12T19:00:00Z',
      '2026-11-16',
    ],
    ['Friday before the cut-off: Monday', '2026-11-13T18:59:59Z', '2026-11-16'],
    ['Friday after the cut-off: Tuesday', '2026-11-13T19:00:00Z', '2026-11-17'],
    ['Saturday: Tuesday', '2026-11-14T12:00:00Z', '2026-11-17'],
    ['Sunday, even before the evening: Tuesday', '2026-11-15T12:00:00Z', '2026-11-17'],
    ['Monday before the cut-off: Tuesday', '2026-11-16T18:00:00Z', '2026-11-17'],
    ['in summer the cut-off is at 18:00 UTC', '2026-07-14T17:59:59Z', '2026-07-15'],
    ['in summer 18:00 UTC is too late', '2026-07-14T18:00:00Z', '2026-07-16'],
  ])('%s', (_case, submitted, listing) => {
    expect(announcementDay(submitted)).toBe(listing);
  });

  it('waits for the next mailing when the evening has none', () => {
    // Thanksgiving is a Thursday: Wednesday's and Thursday's submissions come with Sunday's mailing.
    expect(announcementDay('2026-11-25T20:00:00Z')).toBe('2026-11-30');
    expect(announcementDay('2026-11-26T15:00:00Z')).toBe('2026-11-30');
    // Martin Luther King's day is a Monday: one batch from Friday to Tuesday.
    expect(announcementDay('2026-01-16T19:00:00Z')).toBe('2026-01-21');
    expect(announcementDay('2026-01-19T15:00:00Z')).toBe('2026-01-21');
    expect(announcementDay('2026-01-20T18:59:00Z')).toBe('2026-01-21');
    // In 2025 Sunday 6 July had no mailing.
    expect(announcementDay('2025-07-03T19:00:00Z')).toBe('2025-07-08');
  });

  it('is not moved by a holiday that falls on a Friday, which has no mailing anyhow', () => {
    expect(announcementDay('2026-07-02T19:00:00Z')).toBe('2026-07-06');
    expect(announcementDay('2026-07-03T15:00:00Z')).toBe('2026-07-06');
  });

  it('crosses the changes of the clock', () => {
    // Clocks went forward on 8 March 2026 and back on 1 November 2026, both Sundays.
    expect(announcementDay('2026-03-06T18:59:59Z')).toBe('2026-03-09');
    expect(announcementDay('2026-03-06T19:00:00Z')).toBe('2026-03-10');
    expect(announcementDay('2026-03-09T17:59:59Z')).toBe('2026-03-10');
    expect(announcementDay('2026-03-09T18:00:00Z')).toBe('2026-03-11');
    expect(announcementDay('2026-10-30T17:59:59Z')).toBe('2026-11-02');
    expect(announcementDay('2026-11-02T18:59:59Z')).toBe('2026-11-03');
  });

  it('refuses what is not an instant', () => {
    expect(() => announcementDay('yesterday')).toThrow(/"yesterday" is not an instant/);
  });
});

describe('what is due', () => {
  it('is the listing of the day from midnight US Eastern on', () => {
    expect(lastDue('2026-11-17T04:59:59Z')).toBe('2026-11-16');
    expect(lastDue('2026-11-17T05:00:00Z')).toBe('2026-11-17');
    expect(lastDue('2026-07-14T04:00:00Z')).toBe('2026-07-14');
  });

  it('is Friday’s over a weekend, until Monday', () => {
    expect(lastDue('2026-11-15T12:00:00Z')).toBe('2026-11-13');
    expect(lastDue('2026-11-16T06:30:00Z')).toBe('2026-11-16');
  });

  it('skips the day after an evening without mailing', () => {
    expect(lastDue('2026-11-27T12:00:00Z')).toBe('2026-11-26');
    expect(isListingDay('2026-11-26')).toBe(true);
    expect(isListingDay('2026-11-27')).toBe(false);
    expect(isMailingDay('2026-11-26')).toBe(false);
  });

  it('lists the days between two listings', () => {
    expect(dueBetween('2026-11-20', '2026-12-01')).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-30',
      '2026-12-01',
    ]);
    expect(dueBetween('2026-11-20', '2026-11-22')).toEqual([]);
    expect(dueBetween('2026-11-20', '2026-11-20')).toEqual([]);
  });
});

describe('the next mailing', () => {
  it('is this evening’s until 20:00 and then the next one', () => {
    expect(nextMailing('2026-11-17T00:59:59Z')).toEqual({
      mailing: '2026-11-17T01:00:00Z',
      listing: '2026-11-17',
    });
    expect(nextMailing('2026-11-17T01:00:00Z')).toEqual({
      mailing: '2026-11-18T01:00:00Z',
      listing: '2026-11-18',
    });
  });

  it('after Thursday evening is Sunday’s, and skips a holiday', () => {
    expect(nextMailing('2026-11-13T01:00:00Z').mailing).toBe('2026-11-16T01:00:00Z');
    expect(nextMailing('2026-11-26T12:00:00Z')).toEqual({
      mailing: '2026-11-30T01:00:00Z',
      listing: '2026-11-30',
    });
  });
});

describe('the table of evenings without mailing', () => {
  it('warns a month before it ends and says what to do', () => {
    expect(calendarWarning('2026-11-23T12:00:00Z')).toBeNull();
    expect(calendarWarning('2026-12-05T12:00:00Z')).toMatch(
      /ends with 2026-12-31.*no-mailing-days\.ts/,
    );
    expect(calendarWarning('2027-02-01T12:00:00Z')).toMatch(/ended with 2026-12-31/);
  });

  it('falls back to the usual US holidays where no page states a year', () => {
    expect(usualHolidays(2027)).toEqual([
      '2027-01-01',
      '2027-01-18',
      '2027-06-19',
      '2027-07-04',
      '2027-09-06',
      '2027-11-25',
      '2027-12-25',
    ]);
    expect(isMailingDay('2027-01-18')).toBe(false);
    expect(isMailingDay('2027-01-19')).toBe(true);
  });
});

describe('over many years', () => {
  const instants = fc
    .integer({ min: Date.UTC(2007, 3, 1) / 1000, max: Date.UTC(2045, 0, 1) / 1000 })
    .map((seconds) => formatInstant(seconds * 1000));

  it('each submission gets a listing day, Monday to Friday, within a week and after its own day', () => {
    fc.assert(
      fc.property(instants, (submitted) => {
        const listing = announcementDay(submitted);
        const received = easternClock(submitted).day;
        expect(isListingDay(listing)).toBe(true);
        expect(weekdayOf(listing)).toBeGreaterThanOrEqual(1);
        expect(weekdayOf(listing)).toBeLessThanOrEqual(5);
        expect(listing > received).toBe(true);
        expect(listing <= addDays(received, 7)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a later submission is never listed earlier', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 9 * 86_400 }), (submitted, later) => {
        const after = formatInstant(Date.parse(submitted) + later * 1000);
        expect(announcementDay(submitted) <= announcementDay(after)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('what is due, what comes next and what lies between agree', () => {
    fc.assert(
      fc.property(instants, (now) => {
        const due = lastDue(now);
        const next = nextMailing(now);
        expect(next.mailing > now).toBe(true);
        expect(next.listing > due).toBe(true);
        // At most one listing lies between: the mailing of this evening, not yet in the feeds.
        expect(dueBetween(due, next.listing).length).toBeLessThanOrEqual(2);
        expect(dueBetween(due, next.listing).at(-1)).toBe(next.listing);
        expect(lastDue(easternInstant(next.listing, 0))).toBe(next.listing);
      }),
      { numRuns: 2000 },
    );
  });

  it('an hour of the clock in New York is found again, on the days of change too', () => {
    const days = fc.integer({ min: 0, max: 366 * 40 }).map((n) => addDays('2007-03-01', n));
    fc.assert(
      fc.property(days, fc.constantFrom(0, 14, 20), (day, hour) => {
        expect(easternClock(easternInstant(day, hour))).toEqual({ day, seconds: hour * 3600 });
      }),
      { numRuns: 2000 },
    );
  });
});
