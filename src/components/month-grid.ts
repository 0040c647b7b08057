import type { DaySummary } from '../query/views.ts';

/** A cell of a month: a date with its papers, or a blank before the first and after the last. */
export interface MonthCell {
  day: number;
  date: string;
  total: number;
  /** A fifth of the fullest day at a time, 0 for none. */
  level: number;
}

/** The weeks of a month, Monday first; blanks are `null`. `month` is `2026-11`. */
export function monthGrid(month: string, days: readonly DaySummary[]): (MonthCell | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const blanks = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const totals = new Map(days.map(({ date, total }) => [date, total]));
  const most = Math.max(1, ...totals.values());
  const cells: (MonthCell | null)[] = Array.from({ length: blanks }, () => null);
  for (let day = 1; day <= length; day += 1) {
    const date = `${month}-${String(day).padStart(2, '0')}`;
    const total = totals.get(date) ?? 0;
    cells.push({ day, date, total, level: Math.ceil((total / most) * 20) });
  }
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
