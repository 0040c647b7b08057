/** A run's receipts as text for the end of a command. */
import {
  isAnnouncementReceipt,
  type AnnouncementReceipt,
  type Receipt,
  type RunReceipt,
} from '../store/receipts.ts';
import { difference } from './arxiv/announcement-receipt.ts';
import { textTable } from './text-table.ts';

const WITHOUT_FEED: Record<AnnouncementReceipt['state'], string> = {
  complete: 'nothing was announced',
  quiet: 'nothing was announced',
  unproved: 'no feed of that day was seen; its papers come by the API',
  stale: 'the feed showed an earlier listing; its papers come by the API',
  failing: 'nothing could be had; the next run asks again',
};

/** @param receipts what a run wrote: of announcements, and its own */
export function receiptTable(receipts: readonly Receipt[]): string {
  return receipts
    .map((receipt) =>
      isAnnouncementReceipt(receipt) ? announcementLines(receipt) : runLines(receipt),
    )
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function announcementLines({ date, state, categories }: AnnouncementReceipt): string[] {
  const head = `Announcement of ${date}: ${state}`;
  const rows = Object.entries(categories).map(([name, receipt]) => [
    name,
    ...Object.values(receipt.announced),
    receipt.kept,
    receipt.not_matching,
    receipt.duplicate,
    receipt.failed,
    difference(receipt) === 0 ? 'adds up' : `${difference(receipt)} unaccounted for`,
  ]);
  if (rows.length === 0) return [`${head} — ${WITHOUT_FEED[state]}`];
  const titles = [
    '',
    'new',
    'cross',
    'replace',
    'replace-cross',
    'kept',
    'not matching',
    'duplicate',
    'failed',
    '',
  ];
  return [head, ...textTable([titles, ...rows]).map((line) => `  ${line}`)];
}

function runLines(run: RunReceipt): string[] {
  const sources = Object.entries(run.sources).map(([name, { state, since, added, updated }]) => [
    name,
    state,
    `since ${since}`,
    added === undefined ? '' : `${added} added`,
    updated === undefined ? '' : `${updated} updated`,
  ]);
  const channels = Object.entries(run.channels).map(([name, { requests, failed, records }]) => [
    name,
    requests,
    'requests',
    failed,
    'failed',
    records,
    'records',
  ]);
  const { added, updated, unchanged } = run.merged;
  return [
    `Run of ${run.at}: ${added} papers added, ${updated} updated, ${unchanged} as they were`,
    ...textTable([...sources]).map((line) => `  ${line}`),
    ...textTable([...channels]).map((line) => `  ${line}`),
    ...(run.capped ? [`  ${run.capped} papers left for the next run by the cap`] : []),
    ...run.problems.map(({ source, message }) => `  ! ${source}: ${message}`),
  ];
}
