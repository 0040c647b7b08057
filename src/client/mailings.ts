/**
 * arXiv's usual week, as far as a page can know it: mailings at 20:00 US Eastern from Sunday to Thursday, listings dated
 * the day after. Source: arXiv, "Availability of submissions". Evenings without mailing, a few a year, are not known
 * here; the build knows them.
 */
const hour = 3_600_000;

const eastern = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: 'numeric',
});

/** Date, weekday (0 is Sunday) and hour on arXiv's clock. */
function easternClock(at: Date): { date: string; weekday: number; hours: number } {
  const parts = new Map(eastern.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return { date, weekday: new Date(date).getUTCDay(), hours: Number(parts.get('hour')) };
}

/** The next usual mailing after an instant. */
export function nextMailing(now: Date): Date {
  const fullHour = Math.floor(now.getTime() / hour) * hour;
  for (let step = 1; step <= 24 * 8; step += 1) {
    const candidate = new Date(fullHour + step * hour);
    const { hours, weekday } = easternClock(candidate);
    if (hours === 20 && weekday <= 4) return candidate;
  }
  return now;
}

/**
 * How many usual listings are missing: those dated after `newest` that should be here, given that a listing reaches the
 * site in the morning of its date, US Eastern, at the latest by noon.
 * @param newest date of the newest listing here, `2026-11-24`
 */
export function listingsMissing(newest: string, now: Date): number {
  const clock = easternClock(now);
  let missing = 0;
  for (let at = Date.parse(newest) + 24 * hour; ; at += 24 * hour) {
    const day = new Date(at);
    const date = day.toISOString().slice(0, 10);
    if (date > clock.date || (date === clock.date && clock.hours < 12)) return missing;
    if (day.getUTCDay() >= 1 && day.getUTCDay() <= 5) missing += 1;
  }
}
