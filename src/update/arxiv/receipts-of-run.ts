import type { ArxivBatch } from '../../arxiv/arxiv-request.ts';
import { lastDue } from '../../calendar/calendar.ts';
import type { Day, Paper, PaperId } from '../../paper.ts';
import type { AnnouncementReceipt } from '../../store/receipts.ts';
import type { RunContext } from '../source.ts';
import { announcementReceipts } from './announcement-receipts.ts';
import type { JudgedFeed } from './judge-feed.ts';
import type { MergedBatch } from './merge-batch.ts';
import type { RunPlan } from './plan-run.ts';
import { repairReceipts } from './repair-receipts.ts';

/** Receipts of the listings that a run accounts for, and earlier ones whose failed papers it got. */
export function receiptsOfRun(
  context: RunContext,
  { request, earlier }: RunPlan,
  batch: ArxivBatch,
  { standing, listing }: JudgedFeed,
  { outcomes }: MergedBatch,
): AnnouncementReceipt[] {
  const { now } = context;
  const receipts = announcementReceipts({
    at: now,
    due: lastDue(now),
    categories: request.categories,
    feed: batch.announcement,
    standing,
    listing,
    outcomes,
    unannounced: listing === null ? [] : unannounced(context, batch, listing),
    metadataComplete: batch.complete || batch.capped,
    earlier,
  });
  const written = new Set(receipts.map(({ date }) => date));
  const others = earlier.filter(({ date }) => !written.has(date));
  return [...repairReceipts(others, fates(context, batch), now), ...receipts];
}

/** Papers that bear the listing's date by derivation, and that its feed did not name. */
function unannounced({ archive }: RunContext, batch: ArxivBatch, listing: Day): Paper[] {
  const named = new Set(batch.announcement?.items.map(({ id }) => id));
  return archive
    .papersOf(listing)
    .filter(({ id, announced_from: from }) => from === 'derived' && !named.has(id));
}

/** What became of papers that earlier runs failed to get. */
function fates({ archive }: RunContext, { papers }: ArxivBatch) {
  const got = new Set(papers.map(({ id }) => id));
  return (id: PaperId): 'kept' | 'not_matching' | undefined => {
    if (archive.find([id]).has(id)) return 'kept';
    return got.has(id) ? 'not_matching' : undefined;
  };
}
