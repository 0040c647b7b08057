import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementDay, lastDue } from '../calendar/calendar.ts';
import { addDays } from '../calendar/eastern-time.ts';
import {
  halves,
  harvestFrom,
  LAG_DAYS,
  revisionsSince,
  submissionWindow,
} from './submission-window.ts';

describe('the window of submissions', () => {
  it('is the look-back on a first and on a daily run', () => {
    const now = '2026-11-23T06:37:00Z';
    const usual = { from: '2026-11-15', through: '2026-11-23' };
    expect(submissionWindow(now, null, 8)).toEqual(usual);
    expect(submissionWindow(now, '2026-11-22T06:37:00Z', 8)).toEqual(usual);
    expect(submissionWindow(now, '2026-11-21T06:37:00Z', 8)).toEqual(usual);
  });

  it('reaches back over a gap, to what the last success could not see yet', () => {
    expect(submissionWindow('2026-11-23T06:37:00Z', '2026-11-09T06:37:00Z', 8)).toEqual({
      from: '2026-11-03',
      through: '2026-11-23',
    });
  });

  it('holds every paper on schedule that is listed after the last success, however long ago that was', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2023-01-02', n));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, gap, second) => {
          const lastSuccess = `${day}T06:30:00Z`;
          const now = `${addDays(day, gap)}T06:30:00Z`;
          const { from } = submissionWindow(now, lastSuccess, 8);
          const submitted =
            new Date(Date.parse(addDays(from, -1)) + second * 1000).toISOString().slice(0, 19) +
            'Z';
          // Submitted before the window: its listing was out at the last success.
          expect(announcementDay(submitted) <= lastDue(lastSuccess)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('cursors', () => {
  it('revisions are asked for from before the cursor, as long as they may have been unseen', () => {
    expect(revisionsSince('2026-11-20T18:00:00Z')).toBe('2026-11-14T18:00:00Z');
    expect(LAG_DAYS).toBe(6);
  });

  it('a harvest overlaps the last one by two days', () => {
    expect(harvestFrom('2026-11-23T06:37:00Z', '2026-11-20T06:37:00Z', 8)).toBe('2026-11-18');
    expect(harvestFrom('2026-11-23T06:37:00Z', null, 8)).toBe('2026-11-15');
  });
});

describe('halving a window', () => {
  it('gives two that touch, down to single days', () => {
    expect(halves({ from: '2026-11-01', through: '2026-11-05' })).toEqual([
      { from: '2026-11-01', through: '2026-11-02' },
      { from: '2026-11-03', through: '2026-11-05' },
    ]);
    expect(halves({ from: '2026-11-01', through: '2026-11-02' })).toEqual([
      { from: '2026-11-01', through: '2026-11-01' },
      { from: '2026-11-02', through: '2026-11-02' },
    ]);
    expect(halves({ from: '2026-11-01', through: '2026-11-01' })).toBeNull();
  });
});
