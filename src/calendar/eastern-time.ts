/** Dates and hours in America/New_York, which arXiv's schedule is written in, by the time zone data of the runtime. */
import type { Day, Instant } from '../paper.ts';
import { formatInstant } from '../text/dates.ts';

const EASTERN = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const DAY_MS = 86_400_000;

/** The wall clock in New York at an instant: the date and the seconds since its midnight, by the clock face. */
export function easternClock(instant: Instant): { day: Day; seconds: number } {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) {
    throw new RangeError(
      `"${instant}" is not an instant; expected a form like 2026-11-23T18:04:11Z.`,
    );
  }
  const part = new Map(EASTERN.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(part.get(type) ?? Number.NaN);
  return {
    day: `${part.get('year') ?? ''}-${part.get('month') ?? ''}-${part.get('day') ?? ''}`,
    seconds: number('hour') * 3600 + number('minute') * 60 + number('second'),
  };
}

/** The instant at which New York's clock shows `hour`:00 on `day`. Only for hours that every day has once (not 1 to 3). */
export function easternInstant(day: Day, hour: number): Instant {
  const wall = dayMs(day) + hour * 3_600_000;
  let guess = wall;
  // Two rounds: the first lands in the right half-year, the second corrects a guess from across a clock change.
  for (let round = 0; round < 2; round += 1) {
    const shown = easternClock(formatInstant(guess));
    guess += wall - (dayMs(shown.day) + shown.seconds * 1000);
  }
  return formatInstant(guess);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return formatInstant(dayMs(day) + count * DAY_MS).slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(dayMs(day)).getUTCDay();
}

function dayMs(day: Day): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms))
    throw new RangeError(`"${day}" is not a date; expected a form like 2026-11-23.`);
  return ms;
}
