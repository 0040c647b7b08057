/** arXiv as a source of the daily run: what is due → fetch → join → keep → merge → receipts. */
import { calendarWarning, isListingDay, lastDue } from '../../calendar/calendar.ts';
import type { ArxivBatch } from '../../arxiv/arxiv-request.ts';
import { easternClock } from '../../calendar/eastern-time.ts';
import { fetchArxiv } from '../../arxiv/fetch-arxiv.ts';
import type { Day, Paper, PaperId } from '../../paper.ts';
import type { AnnouncementReceipt, SourceState } from '../../store/receipts.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { announcementReceipts, toldListing } from './announcement-receipts.ts';
import { formatMemory, parseMemory } from './memory.ts';
import { arxivEndpoints, nextMemory, whatIsDue } from './what-is-due.ts';
import { batchProblems, channelReceipts } from './channel-receipts.ts';
import { feedStanding, type FeedStanding } from './feed-standing.ts';
import { failedIds, papersWithoutMetadata, receiptsOfAnnouncements } from './incomplete-papers.ts';
import { keeper } from './keep.ts';
import { mergeBatch } from './merge-batch.ts';
import { papersAround } from './papers-around.ts';
import { progressLine } from './progress-line.ts';
import { repairReceipts } from './repair-receipts.ts';
import { sightings, type Sighting } from './sighting.ts';
import type { RunContext, Source, SourceOutcome } from '../source.ts';

export const arxivSource: Source = { name: 'arxiv', run };

async function run(context: RunContext): Promise<SourceOutcome> {
  const { config, archive, now, today, log } = context;
  const memory = parseMemory(context.known?.cursor);
  const due = whatIsDue(memory, config.arxiv, now);
  const categories = Object.keys(config.arxiv.categories);
  const earlier = receiptsOfAnnouncements(archive.snapshot);
  const keep = keeper(config);
  const batch = await fetchArxiv(
    {
      endpoints: arxivEndpoints(config, context.env),
      categories,
      lastSuccess: due.lastSuccess,
      lookbackDays: due.lookbackDays,
      reconcileFrom: due.reconcileFrom,
      revisionCursor: due.revisionCursor,
      complete: [
        ...papersWithoutMetadata(archive.snapshot, today, due.searchArchive),
        ...failedIds(earlier, today),
      ],
      keep: (paper) => keep(paper) !== null,
      known: (id) => archive.find([id]).get(id)?.version ?? null,
      pageSize: config.arxiv.page_size,
      maxResults: context.env.AUTO_FETCH_MAX_RESULTS ?? config.arxiv.max_results,
    },
    { client: context.client, now, onProgress: (progress) => log.progress(progressLine(progress)) },
  );
  log.progress(null);

  const seen = sightings(batch.announcement?.items ?? [], batch.papers, (ids) => archive.find(ids));
  const standing = standingOf(batch, seen, archive.snapshot);
  const listing = toldListing({ feed: batch.announcement, standing });
  const neighbours = papersAround(archive.snapshot, seen);
  const merged = mergeBatch({ seen, listing, neighbours, categories, keep, today });
  archive.put(merged.papers);

  const receipts = announcementReceipts({
    at: now,
    due: lastDue(now),
    categories,
    feed: batch.announcement,
    standing,
    outcomes: merged.outcomes,
    unannounced: listing === null ? [] : unannounced(context, listing, seen),
    metadataComplete: batch.complete || batch.capped,
    earlier,
  });
  const repaired = repairReceipts(
    earlier.filter(({ date }) => receipts.every((receipt) => receipt.date !== date)),
    (id) => fateOf(id, context, batch),
  ).map((receipt) => ({ ...receipt, at: now }));
  return {
    state: stateOf(batch, [...earlier, ...repaired, ...receipts], now),
    answered: batch.complete || batch.capped,
    merged: merged.merged,
    receipts: [...repaired, ...receipts],
    channels: channelReceipts(batch),
    cursor: formatMemory(
      nextMemory(memory, due, { ...batch, newestRevision: merged.newestRevision }, now),
    ),
    ...(batch.left > 0 ? { capped: batch.left } : {}),
    problems: batchProblems(batch, calendarWarning(now)),
  };
}

/** How the feed stands to the listing that it says it is. */
function standingOf(
  { announcement, papers }: ArxivBatch,
  seen: readonly Sighting[],
  snapshot: Snapshot,
): FeedStanding | null {
  if (announcement === null) return null;
  const submitted = new Map(
    papers.filter(({ from }) => from !== 'feed').map((paper) => [paper.id, paper.submitted]),
  );
  for (const { id, known } of seen) {
    if (known && !known.provisional && !submitted.has(id)) submitted.set(id, known.submitted);
  }
  const due = announcement.date ?? '';
  return feedStanding(announcement, { due, submitted, newestBefore: newestBefore(snapshot, due) });
}

/** The highest id of the last listing before a date. */
function newestBefore(snapshot: Snapshot, date: Day): PaperId | null {
  const before = snapshot
    .shards()
    .map(({ key }) => key)
    .findLast((key) => key < date);
  return before === undefined ? null : (snapshot.papersOf(before).at(-1)?.id ?? null);
}

/** Papers that bear the listing's date by derivation, and that its feed did not name. */
function unannounced(context: RunContext, listing: Day, seen: readonly Sighting[]): Paper[] {
  const named = new Set(seen.flatMap(({ id, item }) => (item ? [id] : [])));
  return context.archive
    .papersOf(listing)
    .filter(({ id, announced_from: from }) => from === 'derived' && !named.has(id));
}

/** What became of a paper that an earlier run failed to get. */
function fateOf(
  id: PaperId,
  { archive }: RunContext,
  batch: ArxivBatch,
): 'kept' | 'not_matching' | undefined {
  if (archive.find([id]).has(id)) return 'kept';
  return batch.papers.some((paper) => paper.id === id) ? 'not_matching' : undefined;
}

/** As the receipt of the newest due listing says; between listings the calendar speaks. */
function stateOf(
  batch: ArxivBatch,
  receipts: readonly AnnouncementReceipt[],
  now: string,
): SourceState {
  if (!batch.complete && !batch.capped) return 'failing';
  const newest = receipts.findLast(({ date }) => date === lastDue(now));
  if (newest && newest.state !== 'complete') return newest.state;
  return isListingDay(easternClock(now).day) ? 'new' : 'quiet';
}
