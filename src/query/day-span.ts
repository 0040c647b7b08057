import type { Day } from '../paper.ts';

/** The date `days` before another, by the calendar. */
export function daysBefore(date: Day, days: number): Day {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - days);
  return instant.toISOString().slice(0, 10);
}

/** Every date from one to another, both included. */
export function daySpan(from: Day, to: Day): Day[] {
  const dates: Day[] = [];
  for (let date = from; date <= to; date = daysBefore(date, -1)) dates.push(date);
  return dates;
}
