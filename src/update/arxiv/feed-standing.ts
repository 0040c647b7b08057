/** Whether an announcement feed tells the listing that the calendar says is due: judged by its ids, never by its stamp. */
import { announcementDay } from '../../calendar/calendar.ts';
import type { Announcement, Day, Instant, PaperId } from '../../paper.ts';

/**
 * `fresh`: it is the due listing; `stale`: it shows an earlier one, whatever date it states; `empty`: it names nothing
 * although a listing is due.
 */
export type FeedStanding = 'fresh' | 'stale' | 'empty';

export interface FeedEvidence {
  /** The newest listing that should be out. */
  due: Day;
  /** Submission of v1, of every paper that this run or the archive knows. */
  submitted: ReadonlyMap<PaperId, Instant>;
  /** The highest id that the archive holds from before the due listing; `null` when it holds none. */
  newestBefore: PaperId | null;
  /** Whether that id is of the very listing before the due one: the archive lacks none in between. */
  followsOn?: boolean;
}

/** With half of its new papers from before, a feed is taken for an old one: those that moderation held are a tenth. */
const HALF = 0.5;

export function feedStanding(feed: Announcement, evidence: FeedEvidence): FeedStanding {
  if (feed.items.length === 0) return 'empty';
  if (feed.date === null || feed.date < evidence.due) return 'stale';
  const fresh = feed.items.filter((item) => item.type === 'new');
  // Ids are given at the announcement: those of a new mailing are higher than any before.
  const { newestBefore, followsOn = false } = evidence;
  const isHigher = (id: PaperId): boolean => newestBefore !== null && id > newestBefore;
  // In a small category every paper of a listing may be one that moderation held.
  if (followsOn && fresh.length > 0 && fresh.every(({ id }) => isHigher(id))) return 'fresh';
  const onTime = fresh.flatMap(({ id }) => {
    const submitted = evidence.submitted.get(id);
    return submitted === undefined ? [] : [announcementDay(submitted) >= evidence.due];
  });
  if (onTime.length > 0) return share(onTime) >= HALF ? 'fresh' : 'stale';
  if (newestBefore === null || fresh.length === 0) return 'fresh';
  return share(fresh.map(({ id }) => isHigher(id))) >= HALF ? 'fresh' : 'stale';
}

const share = (votes: boolean[]): number => votes.filter(Boolean).length / votes.length;
