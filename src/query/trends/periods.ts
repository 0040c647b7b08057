import { isListingDay } from '../../calendar/calendar.ts';
import { addDays, weekdayOf } from '../../calendar/eastern-time.ts';
import type { Day } from '../../paper.ts';
import type { Comparison, Period, Unit } from './types.ts';

/** Announcement days, weeks and months that are shown: a quarter, a year and the running week, ten years. */
const SHOWN: Record<Unit, number> = { day: 66, week: 53, month: 120 };

/** So many announcements in a row without a paper end the record: what is older are single days. */
const GAP = 10;

/** What the record knows: the newest day, and whether the announcement of a day is in it. */
export interface Recorded {
  newest: Day;
  oldest: Day;
  has: (day: Day) => boolean;
}

/** The first day of the record, walking back from its newest to the first larger gap. */
export function recordBegins({ newest, oldest, has }: Recorded): Day {
  let begins = newest;
  let missing = 0;
  for (let day = newest; day >= oldest && missing < GAP; day = addDays(day, -1)) {
    if (has(day)) [begins, missing] = [day, 0];
    else if (isListingDay(day)) missing += 1;
  }
  return begins;
}

/** A span with its announcements by the calendar, and those of them that the record holds. */
export function periodOf(from: Day, to: Day, { has }: Pick<Recorded, 'has'>): Period {
  const period: Period = { from, to, announcements: 0, recorded: 0 };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!has(day) && !isListingDay(day)) continue;
    period.announcements += 1;
    if (has(day)) period.recorded += 1;
  }
  return period;
}

/** The days, weeks and months from `begins` to the newest announcement, oldest first. */
export function periodsOf(begins: Day, recorded: Recorded): Record<Unit, Period[]> {
  return {
    day: days(begins, recorded),
    week: spans(begins, recorded, 'week'),
    month: spans(begins, recorded, 'month'),
  };
}

function days(begins: Day, recorded: Recorded): Period[] {
  const found: Period[] = [];
  for (let day = recorded.newest; day >= begins && found.length < SHOWN.day; day = addDays(day, -1))
    if (recorded.has(day) || isListingDay(day)) found.push(periodOf(day, day, recorded));
  return found.reverse();
}

function spans(begins: Day, recorded: Recorded, unit: 'week' | 'month'): Period[] {
  // What lies before the record is not known, so that its first week and month are not whole.
  const within = { has: (day: Day) => day >= begins && recorded.has(day) };
  const startOf = unit === 'week' ? mondayOf : monthStart;
  const found: Period[] = [];
  let from = startOf(recorded.newest);
  let to = unit === 'week' ? addDays(from, 6) : monthEnd(from);
  while (to >= begins && found.length < SHOWN[unit]) {
    found.push(periodOf(from, to, within));
    to = addDays(from, -1);
    from = startOf(to);
  }
  return found.reverse();
}

/** The `days` days that end with the newest announcement, and as many before them. */
export function comparisonOf(days: number, begins: Day, recorded: Recorded): Comparison {
  const { newest } = recorded;
  const start = addDays(newest, 1 - days);
  const within = { has: (day: Day) => day >= begins && recorded.has(day) };
  const recent = periodOf(start, newest, within);
  const previous = periodOf(addDays(start, -days), addDays(start, -1), within);
  return { days, recent, previous, comparable: isWhole(recent) && isWhole(previous) };
}

export const isWhole = ({ announcements, recorded }: Period): boolean => recorded === announcements;

const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));
const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`;
const monthEnd = (start: Day): Day => addDays(monthStart(addDays(start, 31)), -1);
