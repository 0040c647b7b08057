import type { ArxivBatch } from '../../arxiv/arxiv-request.ts';
import type { ChannelReceipt } from '../../store/receipts.ts';
import type { SourceOutcome } from '../source.ts';

/** How many records that could not be used are named one by one. */
const NAMED = 20;

/** What each channel was asked and gave. Those that were not needed are left out. */
export function channelReceipts({ channels }: ArxivBatch): Record<string, ChannelReceipt> {
  const used = Object.entries(channels).filter(([, report]) => report.state !== 'skipped');
  return Object.fromEntries(
    used.map(([name, { requests, failed, rows }]) => [name, { requests, failed, records: rows }]),
  );
}

/** What went wrong in a batch, one sentence a problem. */
export function batchProblems(
  { channels, rejected }: ArxivBatch,
  warning: string | null,
): NonNullable<SourceOutcome['problems']> {
  const told = Object.entries(channels).flatMap(([name, { problem }]) =>
    problem === undefined ? [] : [{ message: `${name}: ${problem}` }],
  );
  const named = rejected
    .slice(0, NAMED)
    .map(({ where, why }) => ({ message: `${where} was left out: ${why}` }));
  const more = rejected.length - named.length;
  return [
    ...told,
    ...named,
    ...(more > 0 ? [{ message: `${more} more records were left out` }] : []),
    ...(warning === null ? [] : [{ message: warning }]),
  ];
}
