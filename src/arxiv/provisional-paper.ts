/** Papers as the announcement feed tells of them: the only word on some, an addition for others. */
import type { AnnouncedItem, Announcement, Day, FetchedPaper } from '../paper.ts';
import { formatInstant } from '../text/dates.ts';
import type { ArxivRequest } from './arxiv-request.ts';
import { addDays, easternInstant, weekdayOf } from '../calendar/eastern-time.ts';
import { versionsOf } from './ids-to-complete.ts';

const MONDAY = 1;

/**
 * What the feed does not tell is the nearest that can be said until a later run completes it: as submission, the cut-off
 * of its mailing less a second, from which the calendar derives the same listing date; as primary category, the first one
 * that fits the kind of announcement.
 * @param asked the categories that the feed was asked for, to which the kind is relative
 */
export function provisionalPaper(
  item: AnnouncedItem,
  listed: Day,
  asked: readonly string[],
): FetchedPaper {
  const isOurs = item.type === 'new' || item.type === 'replace';
  const primary =
    item.categories.find((name) => asked.includes(name) === isOurs) ?? item.categories[0] ?? '';
  const cutOff = easternInstant(addDays(listed, weekdayOf(listed) === MONDAY ? -3 : -1), 14);
  const received = formatInstant(Date.parse(cutOff) - 1000);
  return {
    id: item.id,
    version: item.version,
    title: item.title,
    abstract: item.abstract || null,
    authors: item.authors,
    categories: [primary, ...item.categories.filter((name) => name !== primary)],
    primary_category: primary,
    submitted: received,
    updated: received,
    comment: null,
    journal_ref: null,
    doi: null,
    ...(item.license === null ? {} : { license: item.license }),
    from: 'feed',
  };
}

/**
 * What the feed adds to `got`: kept papers that no other channel has in the announced version, better known in part than
 * not at all; and for those that one has, the license and new cross-lists, which the API lacks.
 */
export function papersOfFeed(
  announcement: Announcement,
  request: Pick<ArxivRequest, 'keep' | 'known' | 'categories'>,
  got: readonly FetchedPaper[],
): FetchedPaper[] {
  const { date, items } = announcement;
  if (date === null) return [];
  const versions = versionsOf(got);
  return items
    .filter((item) => {
      const stated = versions.get(item.id) ?? 0;
      if (stated === item.version) return true;
      return Math.max(stated, request.known(item.id) ?? 0) < item.version && request.keep(item);
    })
    .map((item) => provisionalPaper(item, date, request.categories));
}
