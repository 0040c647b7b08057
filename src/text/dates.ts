/** Dates of outside documents → UTC instants to the second, and nothing that is not a date. */
import type { Day, Instant } from '../paper.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

// The zones of RFC 822 in minutes; all other names are ambiguous.
const ZONES: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
}; // prettier-ignore

// RFC 3339 and its looser relatives in feeds: a space for `T`, no seconds, a zone without colon, no zone (UTC).
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
// RFC 822 / 2822 / 9110: optional weekday, one- or two-digit day, two- or four-digit year.
const RFC_822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?[\s-](\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,4}|(?:GMT|UTC)?[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?$/i;

interface Fields {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  zone?: string;
}

/**
 * A date of a feed or of arXiv (RFC 3339, ISO 8601, RFC 822) → a UTC instant to the second, or `null` when it is not one:
 * no 30 February, no hour 24, no unknown zone, no year before 1990. A date without time is its midnight; without zone, UTC.
 */
export function parseInstant(text: string): Instant | null {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return toInstant({ ...date(year, Number(month), day), ...time(hour, minute, second, zone) });
  }
  const rfc = RFC_822.exec(trimmed);
  if (rfc) {
    const [, day, name = '', year = '', hour, minute, second, zone] = rfc;
    const month = MONTHS.indexOf(name.toLowerCase()) + 1;
    // RFC 2822 §4.3: two digits below 50 are of this century.
    const full = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : year;
    return toInstant({ ...date(full, month, day), ...time(hour, minute, second, zone) });
  }
  return null;
}

/** Milliseconds since the epoch → an instant, the fraction of the second dropped. Throws a `RangeError` beyond dates. */
export function formatInstant(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Whether a text is an instant in our own form, `2026-11-23T18:04:11Z`. */
export function isInstant(text: string): text is Instant {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && parseInstant(text) === text;
}

/** Whether a text is a day of the calendar, `2026-11-23`. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(text) !== null;
}

/** The UTC day of an instant. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

function date(year: unknown, month: number, day: unknown): Pick<Fields, 'year' | 'month' | 'day'> {
  return { year: Number(year), month, day: Number(day) };
}

function time(hour = '0', minute = '0', second = '0', zone = 'UTC'): Partial<Fields> {
  return { hour: Number(hour), minute: Number(minute), second: Number(second), zone };
}

function toInstant(fields: Fields): Instant | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, zone = 'UTC' } = fields;
  const offset = offsetOf(zone);
  if (offset === null || year < 1990 || month < 1 || month > 12) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  // Second 60 is a leap second: RFC 3339 allows it, JavaScript has none.
  if (day < 1 || day > lastDay || hour > 23 || minute > 59 || second > 60) return null;
  return formatInstant(
    Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)) - offset * 60_000,
  );
}

function offsetOf(zone: string): number | null {
  const named = ZONES[zone.toLowerCase()];
  if (named !== undefined) return named;
  const [, sign, hours = '', minutes = '0'] =
    /^(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})?$/i.exec(zone) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
