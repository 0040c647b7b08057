import type { ArxivBatch } from '../../arxiv/arxiv-request.ts';
import { dueBetween } from '../../calendar/calendar.ts';
import { addDays } from '../../calendar/eastern-time.ts';
import type { Day, PaperId } from '../../paper.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { feedStanding, type FeedStanding } from './feed-standing.ts';
import type { Sighting } from './sighting.ts';

export interface JudgedFeed {
  /** How it stands to the listing that it says it is; `null` when none was had. */
  standing: FeedStanding | null;
  /** The date that it tells; an old feed under a new stamp tells none. */
  listing: Day | null;
}

/** A feed without a date is judged by nothing else. */
const NOTHING = { due: '', submitted: new Map(), newestBefore: null };

/** Holds the feed against the submissions that this run and the archive know. */
export function judgeFeed(
  { announcement, papers }: ArxivBatch,
  seen: readonly Sighting[],
  snapshot: Snapshot,
): JudgedFeed {
  if (announcement === null) return { standing: null, listing: null };
  const submitted = new Map(
    seen.flatMap(({ id, known }) => (known && !known.provisional ? [[id, known.submitted]] : [])),
  );
  for (const paper of papers) if (paper.from !== 'feed') submitted.set(paper.id, paper.submitted);
  const due = announcement.date;
  if (due === null) return { standing: feedStanding(announcement, NOTHING), listing: null };
  const evidence = { due, submitted, ...lastListing(snapshot, due) };
  const standing = feedStanding(announcement, evidence);
  return { standing, listing: standing === 'fresh' ? announcement.date : null };
}

/** The highest id of the last listing before a date, and whether the calendar knows of none between. */
function lastListing(
  snapshot: Snapshot,
  due: Day,
): { newestBefore: PaperId | null; followsOn: boolean } {
  const days = snapshot.shards().map(({ key }) => key);
  const before = days.findLast((key) => key < due);
  if (before === undefined) return { newestBefore: null, followsOn: false };
  const newestBefore = snapshot.papersOf(before).at(-1)?.id ?? null;
  return { newestBefore, followsOn: dueBetween(before, addDays(due, -1)).length === 0 };
}
