import { describe, expect, it } from 'vitest';
import { inventRecords } from '../../../tests/arxiv-server/invented-records.ts';
import { announcementDay } from '../../calendar/calendar.ts';
import { announcementDates, type DatedPaper } from './announcement-dates.ts';

/** Three mailings of November 2026; the second begins with two papers that were held. */
const mailings: DatedPaper[] = [
  { id: '2611.00010', submitted: '2026-11-10T20:00:00Z' },
  { id: '2611.00020', submitted: '2026-11-11T10:00:00Z' },
  { id: '2611.00030', submitted: '2026-11-11T18:30:00Z' },
  { id: '2611.00040', submitted: '2026-11-02T08:00:00Z' },
  { id: '2611.00050', submitted: '2026-11-11T02:00:00Z' },
  { id: '2611.00060', submitted: '2026-11-11T19:30:00Z' },
  { id: '2611.00070', submitted: '2026-11-12T10:00:00Z' },
  { id: '2611.00080', submitted: '2026-11-12T19:05:00Z' },
];

describe('announcement dates', () => {
  it('follow the calendar for what was on time, and the neighbours in ids for what was held', () => {
    expect([...announcementDates(mailings).values()]).toEqual([
      '2026-11-12',
      '2026-11-12',
      '2026-11-12',
      '2026-11-13',
      '2026-11-13',
      '2026-11-13',
      '2026-11-13',
      '2026-11-16',
    ]);
  });

  it('do not depend on the order in which papers are given', () => {
    expect(announcementDates(mailings.toReversed())).toEqual(announcementDates(mailings));
  });

  it('keep what a feed stated, and stay between stated dates', () => {
    const stated = mailings.map((paper) =>
      paper.id === '2611.00060' ? { ...paper, announced: '2026-11-17' } : paper,
    );
    const dates = announcementDates(stated);
    expect(dates.get('2611.00060')).toBe('2026-11-17');
    expect(dates.get('2611.00080')).toBe('2026-11-17');
  });

  it('of a lone paper are those of the calendar', () => {
    const [paper] = mailings;
    if (!paper) throw new Error('no paper');
    expect(announcementDates([paper]).get(paper.id)).toBe(announcementDay(paper.submitted));
  });

  it('of old ids are those of the calendar, as these were given on submission', () => {
    const old = [
      { id: 'cs/0503001', submitted: '2005-03-01T12:00:00Z' },
      { id: 'cs/0503002', submitted: '2005-02-20T12:00:00Z' },
      { id: 'cs/0503003', submitted: '2005-03-02T12:00:00Z' },
    ];
    expect(announcementDates(old).get('cs/0503002')).toBe(announcementDay('2005-02-20T12:00:00Z'));
  });

  it('are right for every paper of invented mailings, of which a tenth was held', () => {
    const { papers } = inventRecords({ seed: 7, from: '2026-10-20', days: 40, perWeekday: 60 });
    const settled = papers.filter(({ versions }) => (versions[0]?.announced ?? '') < '2026-11-27');
    const dates = announcementDates(
      papers.map(({ id, versions }) => ({ id, submitted: versions[0]?.submitted ?? '' })),
    );
    const held = settled.filter(({ versions: [first] }) =>
      first ? first.announced !== announcementDay(first.submitted) : false,
    );
    const wrong = settled.filter(({ id, versions }) => dates.get(id) !== versions[0]?.announced);
    expect(held.length).toBeGreaterThan(settled.length / 20);
    expect(wrong).toEqual([]);
  });
});
