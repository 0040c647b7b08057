import type { ArxivBatch } from '../../arxiv/arxiv-request.ts';
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
  const due = announcement.date ?? '';
  const evidence = { due, submitted, newestBefore: newestBefore(snapshot, due) };
  const standing = feedStanding(announcement, evidence);
  return { standing, listing: standing === 'fresh' ? announcement.date : null };
}

/** The highest id of the last listing before a date. */
function newestBefore(snapshot: Snapshot, date: Day): PaperId | null {
  const days = snapshot.shards().map(({ key }) => key);
  const before = days.findLast((key) => key < date);
  return before === undefined ? null : (snapshot.papersOf(before).at(-1)?.id ?? null);
}
