/** The announcement date of each paper that a run saw, and whether arXiv stated it or we derived it. */
import type { Day, Paper, PaperId } from '../paper.ts';
import { announcementDates, type DatedPaper } from './announcement-dates.ts';
import type { Sighting } from './sighting.ts';

export interface SightedDate {
  day: Day;
  from: Paper['announced_from'];
}

/**
 * @param listing the date of the fresh feed that named the items; `null` when there was none
 * @param neighbours papers of the archive around them, whose stated dates bound the derived ones
 * @returns a date for every paper that is new to the archive, and for a known one only when the feed states it
 */
export function dateSightings(
  seen: readonly Sighting[],
  listing: Day | null,
  neighbours: Iterable<Paper>,
): Map<PaperId, SightedDate> {
  const dated = new Map<PaperId, DatedPaper>();
  for (const paper of neighbours) dated.set(paper.id, datedPaper(paper));
  for (const sighting of seen) {
    const { id, known, fetched } = sighting;
    const isStated = listing !== null && states(sighting, listing);
    // what the feed alone knows has no submission of its own
    const submitted = fetched?.from === 'feed' ? known?.submitted : fetched?.submitted;
    if (submitted === undefined) continue;
    const before = known ? datedPaper(known) : {};
    dated.set(id, { ...before, id, submitted, ...(isStated ? { announced: listing } : {}) });
  }
  const derived = announcementDates(dated.values());
  const dates = new Map<PaperId, SightedDate>();
  for (const sighting of seen) {
    const day = derived.get(sighting.id);
    if (listing !== null && states(sighting, listing)) {
      dates.set(sighting.id, { day: listing, from: 'feed' });
    } else if (!sighting.known && day !== undefined) {
      dates.set(sighting.id, { day, from: 'derived' });
    }
  }
  return dates;
}

function datedPaper({ id, submitted, announced, announced_from: from }: Paper): DatedPaper {
  return { id, submitted, ...(from === 'feed' ? { announced } : {}) };
}

/**
 * Whether the feed states the paper's own announcement. A replacement's is not; nor is a cross-list of what the archive
 * saw before that mailing, for that paper was announced earlier in another of our categories.
 */
function states({ item, known }: Sighting, listing: Day): boolean {
  if (item?.type === 'new') return true;
  return item?.type === 'cross' && (known === null || known.first_seen >= listing);
}
