/**
 * arXiv's announcement calendar, as pure functions of an instant.
 *
 * A *mailing* goes out at 20:00 US Eastern on the evenings of Sunday to Thursday and carries what was received by 14:00
 * that day (Sunday's: by Friday 14:00). Its *listing* bears the next day's date, Monday to Friday. Source: arXiv,
 * "Availability of submissions"; on exceptions see `no-mailing-days.ts`.
 */
import type { Day, Instant } from '../paper.ts';
import { addDays, easternClock, easternInstant, weekdayOf } from './eastern-time.ts';
import { TABLE_ENDS, isDeferred } from './no-mailing-days.ts';

const SUNDAY = 0;
const FRIDAY = 5;
const MAILING_HOUR = 20;
const CUT_OFF_SECONDS = 14 * 3600;

/** Whether a mailing goes out on the evening of this day (US Eastern). */
export function isMailingDay(evening: Day): boolean {
  return weekdayOf(evening) < FRIDAY && !isDeferred(evening);
}

/** Whether a listing bears this date: there was a mailing on the evening before. */
export function isListingDay(day: Day): boolean {
  return isMailingDay(addDays(day, -1));
}

/**
 * The listing date of a paper submitted at this instant, if moderation did not hold it: a derived date, which the
 * announcement feed corrects where it was seen. A submission at 14:00:00 belongs to the next mailing.
 */
export function announcementDay(submitted: Instant): Day {
  const received = easternClock(submitted);
  let evening = received.day;
  while (!isMailingDay(evening) || !isInTime(received, evening)) evening = addDays(evening, 1);
  return addDays(evening, 1);
}

function isInTime(received: { day: Day; seconds: number }, evening: Day): boolean {
  const cutOffDay = weekdayOf(evening) === SUNDAY ? addDays(evening, -2) : evening;
  return (
    received.day < cutOffDay || (received.day === cutOffDay && received.seconds < CUT_OFF_SECONDS)
  );
}

/** The newest listing that the feeds should show at this instant; they are rebuilt at midnight US Eastern. */
export function lastDue(now: Instant): Day {
  let day = easternClock(now).day;
  while (!isListingDay(day)) day = addDays(day, -1);
  return day;
}

/** The next mailing after this instant, and the date of its listing. */
export function nextMailing(now: Instant): { mailing: Instant; listing: Day } {
  const clock = easternClock(now);
  let evening = clock.seconds < MAILING_HOUR * 3600 ? clock.day : addDays(clock.day, 1);
  while (!isMailingDay(evening)) evening = addDays(evening, 1);
  return { mailing: easternInstant(evening, MAILING_HOUR), listing: addDays(evening, 1) };
}

/** The listing dates after `after`, up to and including `through`, oldest first. */
export function dueBetween(after: Day, through: Day): Day[] {
  const days: Day[] = [];
  for (let day = addDays(after, 1); day <= through; day = addDays(day, 1))
    if (isListingDay(day)) days.push(day);
  return days;
}

/**
 * A sentence for the operator when arXiv's published holidays end within 30 days of `now` or have ended; else `null`.
 * Past the end the usual US holidays are assumed, and an unforeseen day without mailing reads "unproved", not "0 new".
 */
export function calendarWarning(now: Instant): string | null {
  const today = easternClock(now).day;
  if (addDays(today, 30) <= TABLE_ENDS) return null;
  const verb = today <= TABLE_ENDS ? 'ends' : 'ended';
  return (
    `The table of days without an arXiv mailing ${verb} with ${TABLE_ENDS}; after it the usual US holidays are assumed. ` +
    'Add the next year to src/calendar/no-mailing-days.ts from https://info.arxiv.org/help/availability.html.'
  );
}
