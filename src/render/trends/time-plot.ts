/** Plots whose rows are periods: stacks and lines. */
import { fill, type Lang } from '../../i18n/dictionary.ts';
import { trends as dictionary } from '../../i18n/trends.ts';
import type { Period, Series, Trends } from '../../query/trends/types.ts';
import type { Choice, Measure, Plot, PlotRow } from './plot.ts';
import { valueText } from './numbers.ts';

/** Series that are told apart by colour; the rest are one. */
export const MOST_SERIES = 6;

export interface TimeQuestion {
  form: 'stack' | 'lines';
  series: readonly Series[];
  choice: Pick<Choice, 'unit' | 'measure'>;
  /** Newest periods shown; all when left out. */
  last?: number;
  /** Whether what is left over is shown as one series, which only a stack can. */
  others?: boolean;
}

interface Column {
  id: string;
  name: string;
  counts: readonly number[];
}

export function timePlot(trends: Trends, question: TimeQuestion, lang: Lang): Plot {
  const { form, choice, last } = question;
  const { unit, measure } = choice;
  const words = dictionary[lang];
  const periods = trends.periods[unit];
  const columns = columnsOf(question, lang);
  const from = last === undefined ? 0 : Math.max(0, periods.length - last);
  const rows = periods.slice(from).map((period, index): PlotRow => {
    const at = from + index;
    const papers = trends.papers[unit][at] ?? 0;
    const counts = columns.map((column) => column.counts[at] ?? 0);
    const whole = form === 'stack' ? counts.reduce((sum, n) => sum + n, 0) : papers;
    return {
      id: period.from,
      label: unit === 'month' ? period.from.slice(0, 7) : period.from,
      values: counts.map((count) => valueOf(count, period, measure, whole)),
      notes: [announcementsText(period, lang), papers.toLocaleString('en-US')],
      partial: period.recorded < period.announcements,
    };
  });
  return {
    form,
    measure,
    head: fill(words[unit]),
    columns: columns.map(({ id, name }) => ({ id, name })),
    noteHeads: [fill(words.announcements), fill(words.total)],
    rows,
    summary: summaryOf({ rows, columns, papers: trends.papers[unit].slice(from) }, choice, lang),
  };
}

function valueOf(count: number, period: Period, measure: Measure, whole: number): number | null {
  if (period.recorded === 0) return null;
  if (measure === 'count') return count;
  if (measure === 'each') return round(count / period.recorded);
  return whole === 0 ? null : round((count / whole) * 100);
}

/** To the decimals that are shown, so that chart, table and file hold one number. */
const round = (value: number): number => Math.round(value * 10) / 10;

function announcementsText({ announcements, recorded }: Period, lang: Lang): string {
  if (recorded === announcements) return String(announcements);
  return fill(dictionary[lang].announcementsOf, { recorded, n: announcements });
}

/** The series with most papers in their own order, then the others as one. */
function columnsOf({ series, choice, others = false }: TimeQuestion, lang: Lang): Column[] {
  const totals = new Map(
    series.map((one) => [one.id, one[choice.unit].reduce((sum, n) => sum + n, 0)]),
  );
  const largest = new Set(
    [...totals]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_SERIES)
      .map(([id]) => id),
  );
  const shown = series.filter(({ id }) => largest.has(id));
  const rest = series.filter(({ id }) => !largest.has(id));
  const columns = shown.map((one): Column => ({
    id: one.id,
    name: one.name[lang],
    counts: one[choice.unit],
  }));
  if (!others || rest.length === 0) return columns;
  const [first] = rest;
  const counts = (first?.[choice.unit] ?? []).map((_, at) =>
    rest.reduce((sum, one) => sum + (one[choice.unit][at] ?? 0), 0),
  );
  return [...columns, { id: 'other', name: fill(dictionary[lang].other), counts }];
}

function summaryOf(
  {
    rows,
    columns,
    papers,
  }: { rows: readonly PlotRow[]; columns: readonly Column[]; papers: number[] },
  { unit, measure }: TimeQuestion['choice'],
  lang: Lang,
): string {
  const words = dictionary[lang];
  const whole = rows.filter(({ partial }) => !partial);
  const newest = whole.at(-1);
  if (!newest) return fill(words.sumNone);
  const most = columns
    .map(({ name }, index) => ({ name, value: newest.values[index] ?? 0 }))
    .reduce((best, one) => (one.value > best.value ? one : best), { name: '—', value: -1 });
  const total = (row: PlotRow): string =>
    fill(words.papersCount, { n: papers[rows.indexOf(row)] ?? 0 });
  const before = whole.at(-2);
  return fill(words.sumSeries, {
    period: `${fill(words[unit])} ${newest.label}`,
    total: total(newest),
    name: most.name,
    value: valueText(most.value, measure, lang),
    previous: before === undefined ? '—' : total(before),
  });
}
