/** Receipts and states of sources, real in form, for what is told of a record's health. */
import type { HealthFacts } from '../../src/health/record-health.ts';
import type { SourceEntry } from '../../src/store/manifest.ts';
import type { AnnouncementReceipt, CategoryReceipt, RunReceipt } from '../../src/store/receipts.ts';

export const category = (changes: Partial<CategoryReceipt> = {}): CategoryReceipt => ({
  announced: { new: 120, cross: 11, replace: 40, 'replace-cross': 2 },
  kept: 160,
  not_matching: 3,
  duplicate: 10,
  failed: 0,
  failed_ids: [],
  ...changes,
});

export const announcement = (
  date: string,
  changes: Partial<AnnouncementReceipt> = {},
): AnnouncementReceipt => ({
  id: `announcement/${date}`,
  date,
  at: `${date}T06:31:00Z`,
  state: 'complete',
  categories: { 'cs.RO': category() },
  ...changes,
});

export const run = (at: string, changes: Partial<RunReceipt> = {}): RunReceipt => ({
  id: `run/${at}`,
  at,
  sources: { arxiv: { state: 'new', since: at } },
  channels: {},
  merged: { added: 131, updated: 42, unchanged: 0 },
  problems: [],
  ...changes,
});

export const source = (state: SourceEntry['state'], since: string, last = since): SourceEntry => ({
  state,
  since,
  last_success: last,
  last_new: last,
});

/** A record as it should be on Tuesday, 24 November 2026, after the morning's run. */
export const wellFacts = (changes: Partial<HealthFacts> = {}): HealthFacts => ({
  manifest: { sources: { arxiv: source('new', '2026-11-23T06:31:00Z', '2026-11-24T06:31:00Z') } },
  receipts: [announcement('2026-11-23'), announcement('2026-11-24'), run('2026-11-24T06:31:00Z')],
  newestDay: '2026-11-24',
  now: '2026-11-24T18:00:00Z',
  ...changes,
});
