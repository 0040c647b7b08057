import type { Day } from '../paper.ts';

const DAY_MS = 86_400_000;

const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** The ISO 8601 week of a day: Monday to Sunday, in the year of its Thursday. `2027-01-01` → `2026-W53`. */
export function weekOf(day: Day): string {
  const at = Date.parse(day);
  const thursday = at + (3 - mondayFirst(at)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday and Sunday of an ISO week. */
export function spanOfWeek(week: string): { from: Day; to: Day } {
  const [year = '', number = ''] = week.split('-W');
  // 4 January is always in week 1.
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - mondayFirst(fourth) * DAY_MS + (Number(number) - 1) * 7 * DAY_MS;
  return { from: dayAt(monday), to: dayAt(monday + 6 * DAY_MS) };
}

/** 0 for Monday, 6 for Sunday. */
function mondayFirst(ms: number): number {
  return (new Date(ms).getUTCDay() + 6) % 7;
}
