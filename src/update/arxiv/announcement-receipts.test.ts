import { describe, expect, it } from 'vitest';
import type { ParsedAnnouncement } from '../../arxiv/announcement-feed.ts';
import type { AnnouncementReceipt } from '../../store/receipts.ts';
import { announcementReceipts, type ReceiptsFacts } from './announcement-receipts.ts';

const at = '2026-11-12T06:17:00Z';
const due = '2026-11-12';

const feed = (date: string): ParsedAnnouncement => ({
  date,
  built: null,
  categories: ['cs.RO'],
  items: [
    {
      id: '2611.00100',
      version: 1,
      type: 'new',
      title: 'T',
      abstract: 'A',
      authors: [],
      categories: ['cs.RO'],
      license: null,
    },
  ],
  rejected: [],
});

const earlier = (date: string, state: AnnouncementReceipt['state']): AnnouncementReceipt => ({
  id: `announcement/${date}`,
  date,
  at: `${date}T06:17:00Z`,
  state,
  categories: {},
});

function states(facts: Partial<ReceiptsFacts>): [string, string][] {
  return announcementReceipts({
    at,
    due,
    categories: ['cs.RO'],
    feed: null,
    standing: null,
    listing: facts.standing === 'fresh' ? (facts.feed?.date ?? null) : null,
    outcomes: new Map([['2611.00100', 'kept']]),
    unannounced: [],
    metadataComplete: true,
    earlier: [earlier('2026-11-11', 'complete')],
    ...facts,
  }).map(({ date, state }) => [date, state]);
}

describe('the receipts of a run', () => {
  it('are of the listing that a fresh feed tells', () => {
    expect(states({ feed: feed(due), standing: 'fresh' })).toEqual([[due, 'complete']]);
  });

  it('begin with the due listing in an empty archive', () => {
    expect(states({ earlier: [] })).toEqual([[due, 'unproved']]);
  });

  it('name every listing that was missed, and none of a weekend', () => {
    const gap = states({
      feed: feed('2026-11-17'),
      standing: 'fresh',
      due: '2026-11-17',
      earlier: [earlier('2026-11-12', 'complete')],
    });
    expect(gap).toEqual([
      ['2026-11-13', 'unproved'],
      ['2026-11-16', 'unproved'],
      ['2026-11-17', 'complete'],
    ]);
  });

  it('say stale of a due listing when the feed shows an old one, under its own or a new stamp', () => {
    expect(states({ feed: feed(due), standing: 'stale' })).toEqual([[due, 'stale']]);
    expect(states({ feed: feed('2026-11-11'), standing: 'fresh' })).toEqual([
      ['2026-11-11', 'complete'],
      [due, 'stale'],
    ]);
  });

  it('say unproved of an empty feed on a day with a listing, and failing when nothing at all was had', () => {
    expect(states({ feed: { ...feed(due), date: null, items: [] }, standing: 'empty' })).toEqual([
      [due, 'unproved'],
    ]);
    expect(states({ metadataComplete: false })).toEqual([[due, 'failing']]);
  });

  it('raise a day of which nothing was had once the API has told its papers', () => {
    const failed = [earlier('2026-11-11', 'failing')];
    expect(states({ feed: feed(due), standing: 'fresh', earlier: failed })).toEqual([
      ['2026-11-11', 'unproved'],
      [due, 'complete'],
    ]);
    expect(states({ earlier: failed, metadataComplete: false })).toEqual([[due, 'failing']]);
  });

  it('leave a listing that has its receipt alone when no feed tells more', () => {
    expect(states({ earlier: [earlier(due, 'stale')] })).toEqual([]);
  });

  it('are not complete when an announced paper could not be had', () => {
    const failed = states({
      feed: feed(due),
      standing: 'fresh',
      outcomes: new Map([['2611.00100', 'failed']]),
    });
    expect(failed).toEqual([[due, 'failing']]);
  });
});
