import type { LocalName } from '../../config/config.ts';
import type { Day } from '../../paper.ts';
import type { PaperRef } from '../views.ts';

/**
 * A day, a week from Monday to Sunday, or a month. It is *whole* when every announcement that arXiv's calendar has in it
 * is in the record: the running week and a week with a lost day are not, a week with a holiday is.
 */
export interface Period {
  from: Day;
  to: Day;
  /** Announcements that fall into it. */
  announcements: number;
  /** Of these, how many the record holds. */
  recorded: number;
}

export type Unit = 'day' | 'week' | 'month';

/** What papers are counted by. `layer` has an entry `none` for papers without a topic. */
export type Kind = 'layer' | 'topic' | 'category' | 'facet' | 'venue';

/** Papers per period that have one thing in common, in the order of `Trends.periods`. A paper may be in several series. */
export interface Series {
  kind: Kind;
  /** Of a topic, layer or category; of a facet `embodiment/quadruped`; of a venue its name. */
  id: string;
  /** The layer of a topic, the facet that an entry belongs to; `null` elsewhere. */
  group: string | null;
  name: LocalName;
  day: number[];
  week: number[];
  month: number[];
}

/** A count against the span of the same length before it. */
export interface Change {
  recent: number;
  previous: number;
  /** In percent with one decimal; `null` when nothing came before or the spans cannot be compared. */
  growth_rate: number | null;
  /**
   * Whether it is more than chance would give: exact binomial test, two-sided, false discovery rate 5 % over all topics
   * (Benjamini–Hochberg).
   */
  beyond_chance: boolean;
}

/** Two spans of the same length, one after the other. */
export interface Comparison {
  days: number;
  recent: Period;
  previous: Period;
  /** Whether the record holds every announcement of both. */
  comparable: boolean;
}

export interface TopicActivity {
  topic: string;
  changes: { days: number; change: Change }[];
}

export interface RisingPhrase {
  phrase: string;
  /** Papers whose title or abstract has it, in each span. */
  recent: number;
  previous: number;
  /** How often such a rise would come by chance alone: one-sided exact test of Fisher. */
  p_value: number;
}

export interface RisingPhrases {
  span: Comparison;
  /** Papers of each span. */
  papers: { recent: number; previous: number };
  /** Phrases that were tested; the false discovery rate is held over all of them. */
  tested: number;
  /** Most certain first. */
  phrases: RisingPhrase[];
}

export interface RankedAuthor {
  author: string;
  count: number;
  prev_count: number;
  papers: PaperRef[];
}

export interface AuthorRanking {
  span: Comparison;
  /** Authors of the recent span. */
  authors: number;
  ranking: RankedAuthor[];
}

/** Everything that the trends page and `/api/v1/trends.json` tell. No clock: it ends with the newest announcement. */
export interface Trends {
  /** The record without larger gaps: its first and its newest announcement; older single days are not counted. */
  from: Day | null;
  to: Day | null;
  /** Oldest first. Days are those with an announcement: weekends and holidays are no dips. */
  periods: Record<Unit, Period[]>;
  /** Papers per period, each counted once. */
  papers: Record<Unit, number[]>;
  /** What topics and facets are grouped by: layers, and the facets themselves. */
  groups: { kind: 'topic' | 'facet'; id: string; name: LocalName }[];
  series: Series[];
  comparisons: Comparison[];
  activity: TopicActivity[];
  /** Papers per layer in the recent span of each comparison, by id; a paper counts once in each of its layers. */
  layers: { days: number; counts: Record<string, number> }[];
  phrases: RisingPhrases | null;
  authors: AuthorRanking[];
}
