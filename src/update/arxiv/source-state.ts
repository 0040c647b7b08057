import type { ArxivBatch } from '../../arxiv/arxiv-request.ts';
import { isListingDay, lastDue } from '../../calendar/calendar.ts';
import { easternClock } from '../../calendar/eastern-time.ts';
import type { Instant } from '../../paper.ts';
import type { AnnouncementReceipt, SourceState } from '../../store/receipts.ts';

/**
 * The state of arXiv as a source: as the receipt of the newest due listing says; on days without a listing the calendar
 * says that none was due. It depends on the day and on what is known, so that a second run on a day does not change it.
 */
export function sourceState(
  { complete, capped }: Pick<ArxivBatch, 'complete' | 'capped'>,
  receipts: readonly AnnouncementReceipt[],
  now: Instant,
): SourceState {
  if (!complete && !capped) return 'failing';
  const newest = receipts.findLast(({ date }) => date === lastDue(now));
  if (newest && newest.state !== 'complete') return newest.state;
  return isListingDay(easternClock(now).day) ? 'new' : 'quiet';
}
