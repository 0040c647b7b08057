/** Plots whose rows are things: topics, phrases, venues, layers. */
import { fill, type Lang } from '../../i18n/dictionary.ts';
import { trends as dictionary } from '../../i18n/trends.ts';
import type { Change, Series, Trends } from '../../query/trends/types.ts';
import { numberText } from './numbers.ts';
import type { Plot, PlotRow } from './plot.ts';

/** Venues that are listed. */
const VENUES = 15;
/** Phrases that are drawn and listed. */
const PHRASES = 25;

const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);

/** Each topic's recent papers beside those before. */
export function activityPlot(trends: Trends, days: number, lang: Lang): Plot {
  const words = dictionary[lang];
  const name = namesOf(trends, 'topic', lang);
  const rows = trends.activity.flatMap(({ topic, changes }) => {
    const change = changes.find((one) => one.days === days)?.change;
    return change ? [{ change, row: changeRow(topic, name(topic), change, lang) }] : [];
  });
  const certain = rows.filter(({ change }) => change.beyond_chance);
  const by = certain.toSorted((a, b) => (b.change.growth_rate ?? 0) - (a.change.growth_rate ?? 0));
  const said = (found: (typeof rows)[number] | undefined, up: boolean): string[] => {
    if (!found || found.change.recent > found.change.previous !== up) return [];
    const { recent, previous } = found.change;
    const values = { name: found.row.label, recent, previous };
    return [fill(up ? words.sumUp : words.sumDown, values)];
  };
  const summary = [...said(by[0], true), ...said(by.at(-1), false)].join(' ');
  return {
    form: 'pairs',
    measure: 'count',
    head: fill(words.topic),
    columns: pair(fill(words.recentDays, { n: days }), fill(words.previousDays, { n: days })),
    noteHeads: [fill(words.change)],
    rows: rows.map(({ row }) => row),
    summary: summary || fill(words.sumSame),
  };
}

function changeRow(id: string, label: string, change: Change, lang: Lang): PlotRow {
  const { recent, previous } = change;
  return {
    id,
    label,
    values: [recent, previous],
    notes: [changeText(change, lang)],
    partial: false,
  };
}

/** `+12 %`, `new`; with a word when chance would do. */
export function changeText(
  { recent, previous, growth_rate, beyond_chance }: Change,
  lang: Lang,
): string {
  const words = dictionary[lang];
  if (previous === 0 && recent > 0) return fill(words.fresh);
  if (growth_rate === null) return '—';
  const sign = growth_rate > 0 ? '+' : growth_rate < 0 ? '−' : '±';
  const text = `${sign}${numberText(Math.abs(growth_rate), 'count')} %`;
  return beyond_chance ? text : `${text} (${fill(words.byChance)})`;
}

export function phrasesPlot({ phrases }: Trends, lang: Lang): Plot {
  const words = dictionary[lang];
  const n = phrases?.span.days ?? 0;
  const shown = phrases?.phrases.slice(0, PHRASES) ?? [];
  return {
    form: 'pairs',
    measure: 'count',
    head: fill(words.phrase),
    columns: pair(fill(words.recentDays, { n }), fill(words.previousDays, { n })),
    noteHeads: [fill(words.pValue)],
    rows: shown.map(({ phrase, recent, previous, p_value }) => ({
      id: phrase,
      label: phrase,
      values: [recent, previous],
      notes: [p_value < 0.0001 ? p_value.toExponential(1) : p_value.toFixed(4)],
      partial: false,
    })),
    summary:
      phrases === null
        ? fill(words.phrasesUnknown)
        : shown.length === 0
          ? fill(words.phrasesNone)
          : topOf(
              shown.map(({ phrase, recent }) => [phrase, recent] as const),
              lang,
            ),
  };
}

export function venuesPlot({ series }: Trends, lang: Lang): Plot {
  const words = dictionary[lang];
  const found = series
    .filter(({ kind }) => kind === 'venue')
    .map(({ id, name, month }) => ({ id, label: name[lang], n: sum(month) }))
    .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1))
    .slice(0, VENUES);
  return {
    form: 'bars',
    measure: 'count',
    head: fill(words.venue),
    columns: [{ id: 'papers', name: fill(words.total) }],
    noteHeads: [],
    rows: found.map(({ id, label, n }) => ({ id, label, values: [n], notes: [], partial: false })),
    summary: topOf(
      found.map(({ label, n }) => [label, n] as const),
      lang,
    ),
  };
}

/** The four layers in the last days, each paper once a layer; papers without topic are in none of them. */
export function layersPlot(trends: Trends, days: number, lang: Lang): Plot {
  const words = dictionary[lang];
  const recent = trends.layers.find((one) => one.days === days);
  const rows = trends.series
    .filter(({ kind, id }) => kind === 'layer' && id !== 'none')
    .map(({ id, name }) => ({ id, label: name[lang], n: recent?.counts[id] ?? 0 }));
  const all = sum(rows.map(({ n }) => n));
  return {
    form: 'ring',
    measure: 'count',
    head: fill(words.layer),
    columns: [{ id: 'papers', name: fill(words.total) }],
    noteHeads: [fill(words.share)],
    rows: rows.map(({ id, label, n }) => ({
      id,
      label,
      values: [n],
      notes: [all === 0 ? '—' : numberText((n / all) * 100, 'share')],
      partial: false,
    })),
    summary: topOf(
      rows.toSorted((a, b) => b.n - a.n).map(({ label, n }) => [label, n] as const),
      lang,
    ),
  };
}

function topOf(found: readonly (readonly [name: string, n: number])[], lang: Lang): string {
  const words = dictionary[lang];
  if (found.length === 0) return fill(words.sumNothing);
  const list = found.slice(0, 4).map(([name, n]) => `${name} ${n.toLocaleString('en-US')}`);
  return fill(words.sumTop, { list: list.join(lang === 'zh' ? '、' : ', ') });
}

const pair = (recent: string, previous: string) => [
  { id: 'recent', name: recent },
  { id: 'previous', name: previous },
];

/** Names by id, of what has a series; the id itself of what has none. */
function namesOf({ series }: Trends, kind: Series['kind'], lang: Lang): (id: string) => string {
  const names = new Map(
    series.flatMap((one) => (one.kind === kind ? [[one.id, one.name[lang]]] : [])),
  );
  return (id) => names.get(id) ?? id;
}
