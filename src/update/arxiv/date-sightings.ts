/** The announcement date of each paper that a run saw, and whether arXiv stated it or we derived it. */
import type { Day, Paper, PaperId } from '../../paper.ts';
import { announcementDates, type DatedPaper } from './announcement-dates.ts';
import type { Sighting } from './sighting.ts';

export interface SightedDate {
  day: Day;
  from: Paper['announced_from'];
}

/**
 * @param listing the date of the fresh feed that named the items; `null` when there was none
 * @param neighbours papers of the archive around them, whose stated dates bound the derived ones
 * @param categories those that the feed is asked for
 * @returns a date for every paper that is new to the archive; for a known one when the feed states it, or when its true
 *   submission instant comes only now and its date was derived without
 */
export function dateSightings(
  seen: readonly Sighting[],
  listing: Day | null,
  neighbours: Iterable<Paper>,
  categories: readonly string[],
): Map<PaperId, SightedDate> {
  const dated = new Map<PaperId, DatedPaper>();
  for (const paper of neighbours) dated.set(paper.id, datedPaper(paper, categories));
  for (const { id, item, known, fetched } of seen) {
    // what the feed alone knows has no submission of its own
    const submitted = fetched?.from === 'feed' ? known?.submitted : fetched?.submitted;
    if (submitted === undefined) continue;
    const before = known ? datedPaper(known, categories) : {};
    const stated = listing !== null && item?.type === 'new' ? { announced: listing } : {};
    dated.set(id, { ...before, id, submitted, ...stated });
  }
  const derived = announcementDates(dated.values());
  const dates = new Map<PaperId, SightedDate>();
  for (const sighting of seen) {
    const day = derived.get(sighting.id);
    if (listing !== null && states(sighting, listing)) {
      dates.set(sighting.id, { day: listing, from: 'feed' });
    } else if (day !== undefined && (!sighting.known || completes(sighting))) {
      dates.set(sighting.id, { day, from: 'derived' });
    }
  }
  return dates;
}

/** A stated date bounds those of other ids only when it is that of a new paper: a cross-list may come much later. */
function datedPaper(paper: Paper, categories: readonly string[]): DatedPaper {
  const { id, submitted, announced } = paper;
  const wasNew = paper.announced_from === 'feed' && categories.includes(paper.primary_category);
  return { id, submitted, ...(wasNew ? { announced } : {}) };
}

/**
 * Whether the feed states the paper's own announcement. A replacement's is not; nor is a cross-list of what the archive
 * saw before that mailing, for that paper was announced earlier in another of our categories.
 */
function states({ item, known }: Sighting, listing: Day): boolean {
  if (item?.type === 'new') return true;
  return item?.type === 'cross' && (known === null || known.first_seen >= listing);
}

/** Whether a channel with full text tells of a paper that was provisional, and no feed stated its date. */
function completes({ known, fetched }: Sighting): boolean {
  if (fetched === null || fetched.from === 'feed') return false;
  return known?.provisional === true && known.announced_from === 'derived';
}
