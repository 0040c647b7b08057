/**
 * Announcement dates for papers that no feed named: from arXiv's way of giving ids.
 *
 * arXiv gives ids at the announcement ("Availability of submissions"), within a mailing in order of submission. So along
 * the ids announcement dates never fall; and where submission times fall back, a mailing begins, with the papers that
 * moderation had held. A paper newer than all before it was on time and bears the date of the calendar; a held one bears
 * that of the on-time papers that follow it. (Of 18,535 real ids of January to May 2026 in order, submission times fall
 * back 91 times, next to a cut-off.)
 */
import { announcementDay } from '../../calendar/calendar.ts';
import type { Day, Instant, PaperId } from '../../paper.ts';

export interface DatedPaper {
  id: PaperId;
  /** Submission of v1. */
  submitted: Instant;
  /** The date that a feed stated, where one was seen. */
  announced?: Day;
}

/** How far along the ids the papers of one mailing may lie: a mailing has at most about 2,000. */
const REACH = 1000;
/** How many on-time papers vote on the date of those held before them. */
const VOTES = 5;

/**
 * A listing date for each paper; a stated one stays. The more papers of the same weeks are given, the better: those of
 * every category count, kept or not.
 */
export function announcementDates(papers: Iterable<DatedPaper>): Map<PaperId, Day> {
  const sorted = [...papers].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const dates = new Map<PaperId, Day>();
  const bounds = statedBounds(sorted);
  let newest: Instant = '';
  let held: Day = '';
  sorted.forEach((paper, i) => {
    const due = announcementDay(paper.submitted);
    const fellBack = paper.submitted < (sorted[i - 1]?.submitted ?? '');
    if (fellBack) held = mailingAfter(sorted, i, newest) ?? due;
    else if (due >= held) held = due;
    const estimate = due > held || isOldStyle(paper.id) ? due : held;
    dates.set(paper.id, paper.announced ?? within(estimate, bounds[i]));
    if (paper.submitted > newest) newest = paper.submitted;
  });
  return dates;
}

/** Old ids were given on submission. */
const isOldStyle = (id: PaperId): boolean => id.includes('/');

/** The date of the mailing that begins at this place: what most of the next on-time papers bear. */
function mailingAfter(sorted: DatedPaper[], from: number, newest: Instant): Day | null {
  const votes: Day[] = [];
  const first = place(sorted[from]);
  for (let i = from; i < sorted.length && votes.length < VOTES; i += 1) {
    const paper = sorted[i];
    if (paper === undefined || place(paper) - first > REACH) break;
    if (paper.submitted > newest) votes.push(paper.announced ?? announcementDay(paper.submitted));
  }
  return votes.sort()[Math.floor(votes.length / 2)] ?? null;
}

/** A number that grows along the ids, with a gap wider than `REACH` between months. */
function place(paper: DatedPaper | undefined): number {
  const [month = '0', number = '0'] = (paper?.id ?? '').split('.');
  return Number(month) * 1_000_000 + Number(number);
}

interface Bounds {
  after: Day;
  before: Day;
}

/** Dates never fall along the ids: a stated date bounds those of the ids around it. */
function statedBounds(sorted: DatedPaper[]): Bounds[] {
  const bounds: Bounds[] = sorted.map(() => ({ after: '', before: '9999' }));
  let after: Day = '';
  let before: Day = '9999';
  sorted.forEach((paper, i) => {
    if (paper.announced !== undefined && paper.announced > after) after = paper.announced;
    const bound = bounds[i];
    if (bound) bound.after = after;
  });
  for (let i = sorted.length - 1; i >= 0; i -= 1) {
    const { announced } = sorted[i] ?? {};
    if (announced !== undefined && announced < before) before = announced;
    const bound = bounds[i];
    if (bound) bound.before = before;
  }
  return bounds;
}

/** Feeds that contradict each other bound nothing. */
function within(estimate: Day, bounds: Bounds | undefined): Day {
  if (!bounds || bounds.after > bounds.before) return estimate;
  if (estimate < bounds.after) return bounds.after;
  return estimate > bounds.before ? bounds.before : estimate;
}
