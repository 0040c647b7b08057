/** A plot → what Chart.js draws. */
import type {
  Chart,
  ChartConfiguration,
  ChartDataset,
  LegendItem,
  ScriptableContext,
  TooltipItem,
} from 'chart.js';
import type { Lang } from '../../i18n/dictionary.ts';
import type { Plot } from '../../render/trends/plot.ts';
import { numberText, valueText } from '../../render/trends/numbers.ts';

type Form = 'bar' | 'line' | 'doughnut';
export type Config = ChartConfiguration<Form, (number | null)[], string>;
type Dataset = ChartDataset<Form, (number | null)[]>;
type Fill = string | CanvasPattern;

/** Colours of the page as it is shown, and how a colour is hatched. */
export interface Look {
  lang: Lang;
  series: readonly string[];
  rest: string;
  page: string;
  ink: string;
  rule: string;
  font: string;
  hatched: (colour: string) => Fill;
}

/** Columns that have no colour of their own. */
const REST = new Set(['none', 'other', 'previous']);

const TYPES: Record<Plot['form'], Form> = {
  stack: 'bar',
  lines: 'line',
  pairs: 'bar',
  bars: 'bar',
  ring: 'doughnut',
};

export function chartConfig(plot: Plot, look: Look): Config {
  const { form, rows } = plot;
  const sideways = form === 'pairs' || form === 'bars';
  const config: Config = {
    type: TYPES[form],
    data: { labels: rows.map(({ label }) => label), datasets: datasets(plot, look) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: sideways ? 'y' : 'x',
      interaction: {
        mode: form === 'ring' ? 'nearest' : 'index',
        axis: sideways ? 'y' : 'x',
        intersect: form === 'ring',
      },
      scales: form === 'ring' ? {} : scales(plot, look, sideways),
      plugins: {
        legend: {
          display: form !== 'bars',
          position: 'bottom',
          labels: {
            color: look.ink,
            boxWidth: 12,
            boxHeight: 12,
            font: { family: look.font },
            generateLabels: (chart) => legendOf(plot, look, chart),
          },
        },
        tooltip: {
          callbacks: {
            title: (items) => titleOf(plot, items),
            label: (item) => labelOf(plot, item, look.lang),
          },
        },
      },
    },
  };
  return config;
}

function datasets(plot: Plot, look: Look): Dataset[] {
  const { columns, rows, form } = plot;
  const values = (at: number) => rows.map((row) => row.values[at] ?? null);
  if (form === 'ring') {
    const colours = rows.map((_, at) => colourOf(look, at));
    return [{ data: values(0), backgroundColor: colours, borderColor: look.page, borderWidth: 2 }];
  }
  const colours = columnColours(columns, look);
  return columns.map(({ name }, at): Dataset => {
    const colour = colours[at] ?? look.rest;
    return form === 'lines'
      ? line(name, values(at), { colour, plot })
      : bar(name, values(at), { colour, plot, look });
  });
}

function bar(
  label: string,
  data: (number | null)[],
  { colour, plot, look }: { colour: string; plot: Plot; look: Look },
): Dataset {
  const hatched = look.hatched(colour);
  return {
    label,
    data,
    backgroundColor: ({ dataIndex }: ScriptableContext<'bar'>) =>
      plot.rows[dataIndex]?.partial ? hatched : colour,
    borderColor: look.page,
    borderWidth: plot.form === 'stack' ? { top: 1 } : 0,
    categoryPercentage: plot.form === 'stack' ? 0.86 : 0.72,
    barPercentage: 1,
    maxBarThickness: 48,
  };
}

function line(
  label: string,
  data: (number | null)[],
  { colour, plot }: { colour: string; plot: Plot },
): Dataset {
  const partial = (at: number): boolean => plot.rows[at]?.partial ?? false;
  return {
    label,
    data,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    pointRadius: plot.rows.length > 30 ? 0 : 2.5,
    pointHoverRadius: 5,
    segment: {
      borderDash: ({ p0DataIndex, p1DataIndex }) =>
        partial(p0DataIndex) || partial(p1DataIndex) ? [4, 4] : undefined,
    },
  };
}

const colourOf = ({ series, rest }: Look, at: number): string => series[at] ?? rest;

function scales(plot: Plot, { ink, rule, font }: Look, sideways: boolean) {
  const stacked = plot.form === 'stack';
  const names = {
    stacked,
    grid: { display: false },
    border: { color: rule },
    ticks: {
      color: ink,
      font: { family: font },
      autoSkip: !sideways,
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (_: unknown, at: number) => shortLabel(plot, at),
    },
  };
  const numbers = {
    stacked,
    beginAtZero: true,
    ...(stacked && plot.measure === 'share' ? { max: 100 } : {}),
    grid: { color: rule },
    border: { display: false },
    ticks: {
      color: ink,
      font: { family: font },
      precision: plot.measure === 'count' ? 0 : undefined,
      maxTicksLimit: 7,
    },
  };
  return sideways ? { y: names, x: numbers } : { x: names, y: numbers };
}

/** In whole colours: hatching is for single periods. A ring names its pieces, the others their series. */
function legendOf({ form, columns, rows }: Plot, look: Look, shown: Chart): LegendItem[] {
  const ring = form === 'ring';
  const names = ring ? rows.map(({ label }) => label) : columns.map(({ name }) => name);
  const colours = ring ? rows.map((_, at) => colourOf(look, at)) : columnColours(columns, look);
  return names.map((text, index) => ({
    text,
    fillStyle: colours[index] ?? look.rest,
    lineWidth: 0,
    fontColor: look.ink,
    ...(ring
      ? { index, hidden: !shown.getDataVisibility(index) }
      : { datasetIndex: index, hidden: !shown.isDatasetVisible(index) }),
  }));
}

/** The colour of each column: what is left over or came before has none of its own. */
function columnColours(columns: Plot['columns'], look: Look): string[] {
  let used = 0;
  return columns.map(({ id }) => (REST.has(id) ? look.rest : colourOf(look, used++)));
}

/** Dates without their year but for the first and each January; long names cut. */
function shortLabel({ rows }: Plot, at: number): string {
  const label = rows[at]?.label ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(label);
  if (isDay) return label.slice(5);
  return label.length > 30 ? `${label.slice(0, 28)}…` : label;
}

function titleOf({ rows, noteHeads }: Plot, items: readonly { dataIndex: number }[]): string {
  const row = rows[items[0]?.dataIndex ?? -1];
  if (!row) return '';
  return [row.label, ...row.notes.map((note, at) => `${noteHeads[at] ?? ''} ${note}`)].join(' · ');
}

function labelOf({ measure, form }: Plot, item: TooltipItem<Form>, lang: Lang): string {
  const value = typeof item.raw === 'number' ? item.raw : null;
  const name = form === 'ring' || form === 'bars' ? '' : `${item.dataset.label ?? ''}: `;
  return name + valueText(value, measure, lang);
}

/** One row in words, for readers who hear it. */
export function rowText({ columns, rows, measure, noteHeads }: Plot, at: number): string {
  const row = rows[at];
  if (!row) return '';
  const values = columns.map(
    ({ name }, n) => `${name} ${numberText(row.values[n] ?? null, measure)}`,
  );
  const notes = row.notes.map((note, n) => `${noteHeads[n] ?? ''} ${note}`);
  return [row.label, ...values, ...notes].join('; ');
}
