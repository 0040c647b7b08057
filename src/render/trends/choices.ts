import { fill, type Lang } from '../../i18n/dictionary.ts';
import { trends as dictionary } from '../../i18n/trends.ts';
import type { Trends } from '../../query/trends/types.ts';
import type { ChartId, Choice, Control } from './plot.ts';

/** What a chart shows before anything is chosen. */
const FIRST: Record<ChartId, Partial<Choice>> = {
  papers: { by: 'layers', unit: 'week', measure: 'each' },
  activity: { span: 30 },
  weeks: { by: '', span: 26, measure: 'each' },
  phrases: {},
  facets: { by: '', unit: 'month', measure: 'share' },
  venues: {},
  categories: { unit: 'month', measure: 'share' },
  layers: { span: 30 },
};

/** Layers and facets by name, as the series name them. */
export interface Groups {
  layers: { id: string; name: string }[];
  facets: { id: string; name: string }[];
}

export function firstChoice(chart: ChartId, { layers, facets }: Groups): Choice {
  const groups = chart === 'facets' ? facets : layers;
  const choice = { by: 'layers', unit: 'week' as const, measure: 'count' as const, span: 0 };
  const first = { ...choice, ...FIRST[chart] };
  const by = first.by === 'layers' && layers.length > 1 ? 'layers' : '';
  return { ...first, by: by || (groups[0]?.id ?? '') };
}

/** The choices of a chart, in the reader's language; a choice of one is none. */
export function controlsOf(
  chart: ChartId,
  trends: Trends,
  { layers, facets }: Groups,
  lang: Lang,
): Control[] {
  const words = dictionary[lang];
  const option = (value: string | number, label: string) => ({ value: String(value), label });
  const named = (groups: Groups['layers']) => groups.map(({ id, name }) => option(id, name));
  const all = layers.length > 1 ? [option('layers', fill(words.layersOption))] : [];
  const units = (...of: readonly ('day' | 'week' | 'month')[]): Control => ({
    name: 'unit',
    legend: fill(words.unit),
    options: of.map((unit) => option(unit, fill(words[unit]))),
  });
  const measures = (...of: readonly ('each' | 'count' | 'share' | 'sharePapers')[]): Control => ({
    name: 'measure',
    legend: fill(words.measure),
    options: of.map((key) => option(key === 'sharePapers' ? 'share' : key, fill(words[key]))),
  });
  const by = (options: Control['options']): Control => ({
    name: 'by',
    legend: fill(words.by),
    options,
  });
  const spans = (label: 'spanDays' | 'spanWeeks', ...of: number[]): Control => ({
    name: 'span',
    legend: fill(words.span),
    options: of.map((n) => option(n, fill(words[label], { n }))),
  });
  const growth = trends.comparisons.map(({ days }) => days);
  const controls: Record<ChartId, Control[]> = {
    papers: [
      by([...all, ...named(layers)]),
      units('day', 'week', 'month'),
      measures('each', 'count', 'share'),
    ],
    activity: [spans('spanDays', ...growth)],
    weeks: [by(named(layers)), spans('spanWeeks', 4, 8, 12, 26, 52), measures('each', 'count')],
    phrases: [],
    facets: [by(named(facets)), units('week', 'month'), measures('sharePapers', 'each', 'count')],
    venues: [],
    categories: [units('week', 'month'), measures('share', 'each', 'count')],
    layers: [spans('spanDays', ...growth)],
  };
  return controls[chart].filter(({ options }) => options.length > 1);
}

/** Layers that have topics, and facets that are mentioned. */
export function groupsOf({ groups, series }: Trends, lang: Lang): Groups {
  const of = (kind: 'topic' | 'facet') =>
    groups
      .filter(
        ({ kind: its, id }) =>
          its === kind && series.some((one) => one.kind === kind && one.group === id),
      )
      .map(({ id, name }) => ({ id, name: name[lang] }));
  return { layers: of('topic'), facets: of('facet') };
}
