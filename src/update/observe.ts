/** A sighting → the statements that merging takes. */
import { announcementDay } from '../arxiv/calendar.ts';
import { addDays, easternInstant } from '../arxiv/eastern-time.ts';
import { findLinks } from '../match/find-links.ts';
import type { AnnouncedItem, Day, FetchedPaper, Instant } from '../paper.ts';
import type { Observation } from '../store/merge-paper.ts';
import type { SightedDate } from './date-sightings.ts';
import type { Sighting } from './sighting.ts';

/**
 * The statements about one paper, weakest first; none when nothing said is enough for a record: a replacement of an
 * unknown paper that only the feed names, whose first submission and announcement are unknown.
 *
 * @param date where known; needed for a paper that is new to the archive
 * @param listing the date of the feed that named the item
 */
export function observationsOf(
  sighting: Sighting,
  date: SightedDate | undefined,
  listing: Day | null,
): Observation[] {
  const { item, known, fetched } = sighting;
  const papers = [...fetched].sort((a) => (a.from === 'oai' ? -1 : 1));
  const first = item && listing !== null && papers.length === 0 ? fromItem(item, listing) : null;
  if (first && known === null && item?.version !== 1) return [];
  if (known === null && date === undefined) return [];
  return [...(first ? [first] : []), ...papers].map((paper) => ({
    ...paper,
    links: findLinks({ comment: paper.comment, abstract: paper.abstract }),
    ...(date === undefined ? {} : { announced: date.day, announcedFrom: date.from }),
    ...replacement(sighting, paper, listing),
  }));
}

/** When the newest version replaced the one before: as the feed states it, else by the calendar when it is news. */
function replacement(
  { item, known }: Sighting,
  paper: FetchedPaper,
  listing: Day | null,
): { replacedOn?: Day } {
  if (paper.version === 1) return {};
  if (item && listing !== null && item.type.startsWith('replace') && item.version === paper.version)
    return { replacedOn: listing };
  const isNews = known === null || known.version < paper.version;
  return isNews ? { replacedOn: announcementDay(paper.updated) } : {};
}

/** What the feed alone says. Of its submission only the mailing is known: the cut-off stands in until the API tells. */
function fromItem(item: AnnouncedItem, listing: Day): FetchedPaper {
  const cutOff = lastSubmission(listing);
  return {
    id: item.id,
    version: item.version,
    title: item.title,
    abstract: item.abstract,
    authors: item.authors,
    categories: item.categories,
    // the feed marks none; the first of the stored order is the best guess
    primary_category: item.categories[0] ?? '',
    submitted: cutOff,
    updated: cutOff,
    comment: null,
    journal_ref: null,
    doi: null,
    ...(item.license === null ? {} : { license: item.license }),
    from: 'feed',
  };
}

/** The last full hour before the cut-off of a listing's mailing: 13:00 in New York of the day on which it closed. */
export function lastSubmission(listing: Day): Instant {
  let day = addDays(listing, -1);
  while (announcementDay(easternInstant(day, 13)) > listing) day = addDays(day, -1);
  return easternInstant(day, 13);
}
