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

/** Problems of the parts of one source that a table shows. */
const PROBLEMS_OF_PARTS = 4;

function runLines(run: RunReceipt): string[] {
  const names = Object.keys(run.sources);
  const sources = Object.entries(run.sources)
    .filter(([name]) => !isPart(name))
    .map(([name, { state, since, added, updated }]) => {
      const parts = names.filter((one) => one.startsWith(`${name}/`));
      const well = parts.filter((part) => run.sources[part]?.state !== 'failing').length;
      const sum = (of: 'added' | 'updated', own: number | undefined) =>
        parts.length === 0 ? own : parts.reduce((n, part) => n + (run.sources[part]?.[of] ?? 0), 0);
      const [more, changed] = [sum('added', added), sum('updated', updated)];
      return [
        name,
        state,
        `since ${since}`,
        more === undefined ? '' : `${more} added`,
        changed === undefined ? '' : `${changed} updated`,
        parts.length === 0 ? '' : `${well} of ${parts.length} answered`,
      ];
    });
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
    ...problemLines(run),
  ];
}

const isPart = (name: string): boolean => name.includes('/');

/** All problems of whole sources, the first few of the parts of each; the receipt holds the rest. */
function problemLines({ problems }: RunReceipt): string[] {
  const bySource = Map.groupBy(problems, ({ source }) => source.replace(/\/.*$/, ''));
  return [...bySource].flatMap(([whole, all]) => {
    const own = all.filter(({ source }) => !isPart(source));
    const ofParts = all.filter(({ source }) => isPart(source));
    const more = ofParts.length - PROBLEMS_OF_PARTS;
    return [
      ...[...own, ...ofParts.slice(0, PROBLEMS_OF_PARTS)].map(
        ({ source, message }) => `  ! ${source}: ${message}`,
      ),
      ...(more > 0 ? [`  ! ${whole}: ${more} more problems of its parts, in the receipt`] : []),
    ];
  });
}
