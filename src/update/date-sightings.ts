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
 * @returns a date for every paper that is new to the archive, and for a known one only when the feed corrects it
 */
export function dateSightings(
  sightings: readonly Sighting[],
  listing: Day | null,
  neighbours: Iterable<Paper>,
): Map<PaperId, SightedDate> {
  const dated = new Map<PaperId, DatedPaper>();
  for (const paper of neighbours) dated.set(paper.id, datedPaper(paper));
  for (const sighting of sightings) {
    const { id, known, fetched } = sighting;
    const stated = listing !== null && states(sighting, listing) ? { announced: listing } : {};
    const submitted = fetched[0]?.submitted ?? known?.submitted;
    if (submitted === undefined) continue;
    dated.set(id, { ...(known ? datedPaper(known) : {}), id, submitted, ...stated });
  }
  const derived = announcementDates(dated.values());
  const dates = new Map<PaperId, SightedDate>();
  for (const sighting of sightings) {
    const { id, known } = sighting;
    const day = derived.get(id);
    if (listing !== null && states(sighting, listing))
      dates.set(id, { day: listing, from: 'feed' });
    else if (!known && day !== undefined) dates.set(id, { day, from: 'derived' });
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
