import type { Day } from '../paper.ts';

/** Days back from the newest announcement that a config is tried on. */
export const TRIED_DAYS = 30;

/**
 * The announcement days among the last thirty before and with the newest; in the order given.
 * @param days announcement dates of an archive, in any order
 */
export function recentDays<T extends { date: Day }>(days: readonly T[], most = TRIED_DAYS): T[] {
  const newest = days.reduce((latest, { date }) => (date > latest ? date : latest), '');
  if (newest === '') return [];
  const first = new Date(Date.parse(newest) - (most - 1) * 86_400_000).toISOString().slice(0, 10);
  return days.filter(({ date }) => date >= first);
}
