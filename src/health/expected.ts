/**
 * What a reader may expect of the record at an instant, by arXiv's calendar alone. Pure, and small enough for the browser:
 * a page says with it that the pipeline behind it is dead.
 */
import { dueBetween, lastDue, nextMailing } from '../calendar/calendar.ts';
import { easternInstant } from '../calendar/eastern-time.ts';
import type { Day, Instant } from '../paper.ts';
import { formatInstant } from '../text/dates.ts';

/**
 * A listing is in arXiv's feed from midnight US Eastern, and here once a run has fetched it: both runs of the day have
 * had their time by noon. Before that a page without it is not late.
 */
const NOON = 12;

/** The newest listing that should be on the site at this instant. */
export function lastExpected(now: Instant): Day {
  return lastDue(formatInstant(Date.parse(now) - NOON * 3_600_000));
}

/** How many listings should be on the site at this instant and are newer than the newest that is. */
export function mailingsBehind(newest: Day, now: Instant): number {
  return dueBetween(newest, lastExpected(now)).length;
}

/** The instant from which a site with this newest listing is late, if nothing comes until then. */
export function staleAfter(newest: Day): Instant {
  const { listing } = nextMailing(easternInstant(newest, NOON));
  return easternInstant(listing, NOON);
}
