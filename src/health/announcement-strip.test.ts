import { describe, expect, it } from 'vitest';
import { announcement } from '../../tests/health/facts.ts';
import { announcementStrip } from './announcement-strip.ts';

const papers = new Map([['2026-11-23', 131]]);
const receipts = [
  announcement('2026-11-23'),
  announcement('2026-11-24', { state: 'failing', categories: {} }),
];
const strip = announcementStrip('2026-11-24', 2, receipts, papers);
const states = (week: number) => strip[week]?.map(({ date, state }) => [date, state]);

describe('the strip of announcements', () => {
  it('holds Monday to Friday of whole weeks and ends with the week of the newest day', () => {
    expect(strip.map((week) => week.map(({ date }) => date.slice(5)))).toEqual([
      ['11-16', '11-17', '11-18', '11-19', '11-20'],
      ['11-23', '11-24', '11-25', '11-26', '11-27'],
    ]);
  });

  it('shows what receipts say, days without mailing by the calendar, and days to come', () => {
    expect(states(1)).toEqual([
      ['2026-11-23', 'complete'],
      ['2026-11-24', 'failing'],
      ['2026-11-25', 'ahead'],
      ['2026-11-26', 'ahead'],
      ['2026-11-27', 'none'],
    ]);
  });

  it('claims nothing of a mailing without receipt', () => {
    expect(states(0)?.every(([, state]) => state === 'unrecorded')).toBe(true);
  });

  it('gives numbers only where an announcement was seen', () => {
    expect(
      strip[1]?.map(({ sums, papers: n }) => [sums?.announced ?? null, n]).slice(0, 2),
    ).toEqual([
      [173, 131],
      [null, 0],
    ]);
  });
});
