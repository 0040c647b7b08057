/** How the record stands at an instant: what is newest, what is due, and how each source is. Pure. */
import { calendarWarning, lastDue, nextMailing } from '../calendar/calendar.ts';
import type { Day, Instant } from '../paper.ts';
import type { Manifest } from '../store/manifest.ts';
import { receiptBalance } from '../store/receipt-balance.ts';
import {
  isAnnouncementReceipt,
  type AnnouncementReceipt,
  type Receipt,
  type RunReceipt,
} from '../store/receipts.ts';
import { mailingsBehind, staleAfter } from './expected.ts';
import { sourceHealth, type SourceHealth } from './source-health.ts';

/**
 * `ok`: as new as the calendar says, every source answers; `degraded`: as new as that, and something else is wrong;
 * `stale`: a mailing that should be here is not; `empty`: no run has been recorded yet.
 */
export type HealthState = 'ok' | 'degraded' | 'stale' | 'empty';

export interface RecordHealth {
  state: HealthState;
  /** The instant that all of it is told for. */
  at: Instant;
  /** The newest listing that is here: with papers, or told to hold none of ours; `null` for an empty record. */
  newest: Day | null;
  /** The newest listing that arXiv's calendar knows of at this instant. */
  due: Day;
  /** Mailings that should be here and are not. */
  behind: number;
  /** From when on the record is late if nothing comes; `null` for an empty record. */
  staleAfter: Instant | null;
  next: { mailing: Instant; listing: Day };
  sources: SourceHealth[];
  /** Receipts of the last announcements that do not add up or lack papers, oldest first. */
  incomplete: { date: Day; since: Instant; text: string }[];
  /** That the calendar's table of holidays runs out. */
  calendar: string | null;
}

export interface HealthFacts {
  manifest: Pick<Manifest, 'sources'>;
  /** Those of the last months at least, oldest first. */
  receipts: readonly Receipt[];
  /** The newest announcement date with papers. */
  newestDay: Day | null;
  now: Instant;
}

/** How far back a receipt that does not add up is still told of. */
const RECENT = 10;

export function recordHealth({ manifest, receipts, newestDay, now }: HealthFacts): RecordHealth {
  const announcements = receipts.filter(isAnnouncementReceipt);
  const newest = newestListing(newestDay, announcements);
  const behind = newest === null ? 0 : mailingsBehind(newest, now);
  const sources = sourceHealth(manifest.sources, runsOf(receipts));
  const incomplete = announcements.slice(-RECENT).flatMap(incompleteness);
  return {
    state: stateOf(sources, behind, incomplete.length > 0),
    at: now,
    newest,
    due: lastDue(now),
    behind,
    staleAfter: newest && staleAfter(newest),
    next: nextMailing(now),
    sources,
    incomplete,
    calendar: calendarWarning(now),
  };
}

/** The runs among receipts, oldest first. */
export function runsOf(receipts: readonly Receipt[]): RunReceipt[] {
  return receipts
    .filter((receipt): receipt is RunReceipt => !isAnnouncementReceipt(receipt))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** A listing that holds none of our papers is here too, once its receipt says so. */
function newestListing(
  withPapers: Day | null,
  announcements: readonly AnnouncementReceipt[],
): Day | null {
  const told = announcements.findLast(({ state }) => state === 'complete' || state === 'quiet');
  const dates = [withPapers, told?.date ?? null].filter((date) => date !== null);
  return dates.sort().at(-1) ?? null;
}

function stateOf(
  sources: readonly SourceHealth[],
  behind: number,
  isIncomplete: boolean,
): HealthState {
  if (sources.length === 0) return 'empty';
  if (behind > 0) return 'stale';
  return isIncomplete || sources.some(({ troubled }) => troubled) ? 'degraded' : 'ok';
}

function incompleteness(receipt: AnnouncementReceipt): RecordHealth['incomplete'] {
  const { date, at: since } = receipt;
  const failed = Object.entries(receipt.categories).flatMap(([name, { failed_ids: ids }]) =>
    ids.length > 0 ? [`${name}: not fetched yet: ${ids.join(', ')}`] : [],
  );
  const text = [...receiptBalance(receipt).map((one) => one.text), ...failed].join('; ');
  return text === '' ? [] : [{ date, since, text }];
}
