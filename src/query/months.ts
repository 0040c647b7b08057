import type { QueryContext } from './context.ts';
import { listDays, topicCounts } from './days.ts';
import { digest } from './digest.ts';
import { formOf } from './forms.ts';
import { perArchive } from './per-archive.ts';
import type { MonthSummary, MonthView } from './views.ts';

/** Months with their days, newest first. */
export const listMonths = perArchive((context): MonthSummary[] => {
  const months = Map.groupBy(listDays(context), ({ date }) => date.slice(0, 7));
  return [...months].map(([month, days]) => ({
    month,
    days,
    total: days.reduce((sum, day) => sum + day.total, 0),
  }));
});

export function viewMonth(context: QueryContext, month: string): MonthView {
  const months = listMonths(context);
  const index = months.findIndex((candidate) => candidate.month === month);
  const found = months[index];
  if (!found) throw new Error(`the archive has no month ${month}`);
  return {
    ...found,
    previous: months[index + 1]?.month ?? null,
    next: months[index - 1]?.month ?? null,
    topicCounts: topicCounts(context, `${month}-01`, `${month}-31`),
  };
}

/** A month's page shows counts alone, so the view itself is small enough to be hashed. */
export function monthKey(context: QueryContext, month: string): string {
  return digest(JSON.stringify(viewMonth(context, month)), formOf(context, month));
}
