import type { Lang } from '../../i18n/dictionary.ts';
import type { Trends } from '../../query/trends/types.ts';
import { activityPlot, layersPlot, phrasesPlot, venuesPlot } from './list-plots.ts';
import type { ChartId, Choice, Plot } from './plot.ts';
import { timePlot } from './time-plot.ts';

/** What a chart shows under a choice, for the table of the build and the chart of the browser alike. */
export function plotOf(trends: Trends, chart: ChartId, choice: Choice, lang: Lang): Plot {
  const { by, unit, measure, span } = choice;
  const { series } = trends;
  const topics = series.filter(({ kind, group }) => kind === 'topic' && group === by);
  const plots: Record<ChartId, () => Plot> = {
    papers: () =>
      timePlot(
        trends,
        {
          form: 'stack',
          series: by === 'layers' ? series.filter(({ kind }) => kind === 'layer') : topics,
          choice: { unit, measure },
          others: true,
        },
        lang,
      ),
    activity: () => activityPlot(trends, span, lang),
    weeks: () =>
      timePlot(
        trends,
        { form: 'lines', series: topics, choice: { unit: 'week', measure }, last: span },
        lang,
      ),
    phrases: () => phrasesPlot(trends, lang),
    facets: () =>
      timePlot(
        trends,
        {
          form: 'lines',
          series: series.filter(({ kind, group }) => kind === 'facet' && group === by),
          choice: { unit, measure },
        },
        lang,
      ),
    venues: () => venuesPlot(trends, lang),
    categories: () =>
      timePlot(
        trends,
        {
          form: 'stack',
          series: series.filter(({ kind }) => kind === 'category'),
          choice: { unit, measure },
          others: true,
        },
        lang,
      ),
    layers: () => layersPlot(trends, span, lang),
  };
  return plots[chart]();
}
