import { announcementDay } from '../../calendar/calendar.ts';
import { findLinks } from '../../match/find-links.ts';
import type { Day } from '../../paper.ts';
import type { Observation } from '../../store/merge-paper.ts';
import type { SightedDate } from './date-sightings.ts';
import type { Sighting } from './sighting.ts';

/**
 * A sighting as the statement that merging takes; `null` when there is nothing to state, or not enough for a record: of
 * a paper that is new to the archive nobody tells more than a replacement, so that its announcement is unknown. A later
 * run asks for it again.
 * @param listing the date of the feed that named the item
 */
export function observationOf(
  sighting: Sighting,
  date: SightedDate | undefined,
  listing: Day | null,
): Observation | null {
  const { fetched, known } = sighting;
  if (fetched === null) return null;
  if (known === null && date === undefined) return null;
  return {
    ...fetched,
    links: findLinks({ comment: fetched.comment, abstract: fetched.abstract }),
    ...(date === undefined ? {} : { announced: date.day, announcedFrom: date.from }),
    ...replacement(sighting, listing),
  };
}

/** When the newest version replaced the one before: as the feed states it, else by the calendar when it is news. */
function replacement(
  { item, known, fetched }: Sighting,
  listing: Day | null,
): { replacedOn?: Day } {
  if (fetched === null || fetched.version === 1) return {};
  const isStated = item?.version === fetched.version && item.type.startsWith('replace');
  if (isStated && listing !== null) return { replacedOn: listing };
  const isNews = known === null || known.version < fetched.version;
  return isNews && fetched.from !== 'feed' ? { replacedOn: announcementDay(fetched.updated) } : {};
}
