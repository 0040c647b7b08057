import type { Unit } from '../../query/trends/types.ts';

/** The charts of the trends page, in its order. */
export const CHARTS = [
  'papers',
  'activity',
  'weeks',
  'phrases',
  'facets',
  'venues',
  'categories',
  'layers',
] as const;

export type ChartId = (typeof CHARTS)[number];

/** What a reader may choose of a chart; each chart has some of these. */
export interface Choice {
  /** `layers`, or the id of a layer or of a facet. */
  by: string;
  unit: Unit;
  measure: Measure;
  /** Days or weeks. */
  span: number;
}

/** Papers per announcement, papers, or per cent. */
export type Measure = 'each' | 'count' | 'share';

/**
 * A chart and its table at once: what is drawn is what is listed, in the reader's language. A value is `null` where the
 * record holds nothing.
 */
export interface Plot {
  form: 'stack' | 'lines' | 'pairs' | 'bars' | 'ring';
  measure: Measure;
  /** What the rows are. */
  head: string;
  columns: { id: string; name: string }[];
  /** Columns of the table that are not drawn. */
  noteHeads: string[];
  rows: PlotRow[];
  /** What the chart shows, in a sentence. */
  summary: string;
}

export interface PlotRow {
  id: string;
  label: string;
  values: (number | null)[];
  notes: string[];
  /** The record does not hold all of it. */
  partial: boolean;
}

/** One group of a chart's choices. */
export interface Control {
  name: keyof Choice;
  legend: string;
  options: { value: string; label: string }[];
}
