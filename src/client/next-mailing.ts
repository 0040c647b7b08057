const hour = 3_600_000;

/** Hour and weekday (0 is Sunday) on the clock of arXiv, US Eastern. */
function easternClock(at: Date): { hours: number; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/New_York',
    hourCycle: 'h23',
    hour: 'numeric',
    weekday: 'short',
  }).formatToParts(at);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return {
    hours: Number(part('hour')),
    weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part('weekday')),
  };
}

/**
 * The next mailing of arXiv after an instant: 20:00 US Eastern, evenings of Sunday to Thursday. Source: arXiv,
 * "Availability of submissions". Evenings without mailing, a few a year, are not known here.
 */
export function nextMailing(now: Date): Date {
  const fullHour = Math.floor(now.getTime() / hour) * hour;
  for (let step = 1; step <= 24 * 8; step += 1) {
    const candidate = new Date(fullHour + step * hour);
    const clock = easternClock(candidate);
    if (clock.hours === 20 && clock.weekday <= 4) return candidate;
  }
  return now;
}
