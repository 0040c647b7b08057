/**
 * The local arXiv's own calendar, written apart from the product's, so that an error in one shows against the other.
 * Source: arXiv's "availability of submissions" page: cut-off 14:00 US Eastern Monday to Friday, mailings at 20:00
 * Sunday to Thursday, listed under the next day.
 */
import type { Day, Instant } from '../../src/paper.ts';

/** Evenings without a mailing, by the date of the evening in US Eastern time; two of them no page announces. */
export const noMailing: readonly Day[] = [
  '2025-01-01',
  '2025-01-20',
  '2025-06-19',
  '2025-07-06',
  '2025-09-01',
  '2025-11-27',
  '2025-12-25',
  '2025-12-29',
  '2025-12-31',
  '2026-01-01',
  '2026-01-19',
  '2026-06-19',
  '2026-07-03',
  '2026-09-07',
  '2026-11-26',
  '2026-12-25',
  '2026-12-29',
  '2026-12-31',
];

const hour = 3_600_000;
const eastern = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

const hours = new Map<number, { day: Day; hour: number }>();

/** The wall clock in New York: its date and its hour. */
export function newYork(instant: Instant | number): { day: Day; hour: number } {
  // the same for a whole hour, and slow to ask for
  const whole = Math.floor(new Date(instant).getTime() / hour);
  const known = hours.get(whole);
  if (known) return known;
  const clock = readClock(whole * hour);
  hours.set(whole, clock);
  return clock;
}

function readClock(instant: number): { day: Day; hour: number } {
  const part = new Map(eastern.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const day = `${part.get('year')}-${part.get('month')}-${part.get('day')}`;
  return { day, hour: Number(part.get('hour')) };
}

/** The UTC instant, in milliseconds, of an hour of the day in New York: 4 or 5 hours ahead of it. */
export function newYorkHour(day: Day, hourOfDay: number): number {
  const guess = Date.parse(day) + (hourOfDay + 5) * hour;
  return newYork(guess).hour === hourOfDay % 24 ? guess : guess - hour;
}

export const addDays = (day: Day, n: number): Day =>
  new Date(Date.parse(day) + n * 24 * hour).toISOString().slice(0, 10);

const weekday = (day: Day): number => new Date(day).getUTCDay();

/** Whether arXiv mails on the evening of this date. */
export function mails(day: Day, none: readonly Day[] = noMailing): boolean {
  return weekday(day) !== 5 && weekday(day) !== 6 && !none.includes(day);
}

/** Whether a submission window closes at 14:00 on this date. */
const closes = (day: Day, none: readonly Day[]): boolean =>
  weekday(day) !== 0 && weekday(day) !== 6 && (weekday(day) === 5 || !none.includes(day));

/** The listing date of a submission that nobody holds. */
export function listingDate(submitted: Instant, none: readonly Day[] = noMailing): Day {
  const at = newYork(submitted);
  let closing = at.hour >= 14 ? addDays(at.day, 1) : at.day;
  while (!closes(closing, none)) closing = addDays(closing, 1);
  let evening = weekday(closing) === 5 ? addDays(closing, 2) : closing;
  while (!mails(evening, none)) evening = addDays(evening, 1);
  return addDays(evening, 1);
}

/** Whether a listing carries this date: the day after an evening with a mailing. */
export function lists(day: Day, none: readonly Day[] = noMailing): boolean {
  return mails(addDays(day, -1), none);
}
