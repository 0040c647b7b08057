import { expect, it } from 'vitest';
import type { Receipt } from '../store/receipts.ts';
import { receiptTable } from './receipt-table.ts';

const receipts: Receipt[] = [
  {
    id: 'announcement/2026-11-10',
    date: '2026-11-10',
    at: '2026-11-10T06:17:00Z',
    state: 'complete',
    categories: {
      'cs.RO': {
        announced: { new: 41, cross: 4, replace: 16, 'replace-cross': 1 },
        kept: 62,
        not_matching: 0,
        duplicate: 0,
        failed: 0,
        failed_ids: [],
      },
      'eess.SY': {
        announced: { new: 9, cross: 0, replace: 0, 'replace-cross': 0 },
        kept: 1,
        not_matching: 5,
        duplicate: 2,
        failed: 0,
        failed_ids: [],
      },
    },
  },
  {
    id: 'announcement/2026-11-11',
    date: '2026-11-11',
    at: '2026-11-11T06:17:00Z',
    state: 'unproved',
    categories: {},
  },
  {
    id: 'run/2026-11-11T06:17:00Z',
    at: '2026-11-11T06:17:00Z',
    sources: {
      arxiv: { state: 'unproved', since: '2026-11-11T06:17:00Z', added: 63, updated: 12 },
      news: { state: 'quiet', since: '2026-11-01T06:17:00Z' },
    },
    channels: {
      feed: { requests: 1, failed: 1, records: 0 },
      api: { requests: 7, failed: 0, records: 560 },
    },
    merged: { added: 63, updated: 12, unchanged: 231 },
    capped: 4,
    problems: [{ source: 'arxiv', message: 'feed: it did not answer' }],
  },
];

it('shows announcements by category, whether each adds up, sources, channels, the cap and problems', () => {
  expect(receiptTable(receipts)).toMatchInlineSnapshot(`
    "Announcement of 2026-11-10: complete
               new  cross  replace  replace-cross  kept  not matching  duplicate  failed
      cs.RO     41      4       16              1    62             0          0       0  adds up
      eess.SY    9      0        0              0     1             5          2       0  1 unaccounted for

    Announcement of 2026-11-11: unproved — no feed of that day was seen; its papers come by the API

    Run of 2026-11-11T06:17:00Z: 63 papers added, 12 updated, 231 as they were
      arxiv  unproved  since 2026-11-11T06:17:00Z  63 added  12 updated
      news   quiet     since 2026-11-01T06:17:00Z
      feed  1  requests  1  failed    0  records
      api   7  requests  0  failed  560  records
      4 papers left for the next run by the cap
      ! arxiv: feed: it did not answer"
  `);
});

it('a source of many parts is one row, and its parts’ problems are a few lines', () => {
  const state = { state: 'failing' as const, since: '2026-11-11T06:17:00Z' };
  const ids = Array.from({ length: 20 }, (_, n) => `news/feed${n}`);
  const run: Receipt = {
    id: 'run/2026-11-11T06:17:00Z',
    at: '2026-11-11T06:17:00Z',
    sources: {
      news: { ...state, state: 'new' },
      ...Object.fromEntries(ids.map((id) => [id, state])),
      'news/good': { ...state, state: 'new', added: 3, updated: 1 },
    },
    channels: {},
    merged: { added: 0, updated: 0, unchanged: 0 },
    problems: ids.map((source) => ({ source, message: 'it did not answer' })),
  };
  expect(receiptTable([run])).toMatchInlineSnapshot(`
    "Run of 2026-11-11T06:17:00Z: 0 papers added, 0 updated, 0 as they were
      news  new  since 2026-11-11T06:17:00Z  3 added  1 updated  1 of 21 answered
      ! news/feed0: it did not answer
      ! news/feed1: it did not answer
      ! news/feed2: it did not answer
      ! news/feed3: it did not answer
      ! news: 16 more problems of its parts, in the receipt"
  `);
});
