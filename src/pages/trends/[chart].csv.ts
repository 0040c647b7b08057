import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { archive } from '../../query/shared-archive.ts';
import { firstChoice, groupsOf } from '../../render/trends/choices.ts';
import { CHARTS } from '../../render/trends/plot.ts';
import { plotOf } from '../../render/trends/plot-of.ts';
import { plotCsv } from '../../render/trends/render-table.ts';

export const getStaticPaths = (() =>
  CHARTS.map((chart) => ({ params: { chart }, props: { chart } }))) satisfies GetStaticPaths;

/** The numbers of a chart as it is shown at first. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { chart },
}) => {
  const trends = (await archive()).trends();
  const plot = plotOf(trends, chart, firstChoice(chart, groupsOf(trends, 'en')), 'en');
  return new Response(plotCsv(plot), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
