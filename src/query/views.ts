/**
 * What pages, feeds and JSON are given: plain values, ready to draw. `archive.*` makes them, `render/` draws them.
 */
import type { Day, Instant, Paper, PaperId, TopicMatch } from '../paper.ts';

/** A paper with what is computed from config: never stored, so that a changed keyword re-tags the whole archive. */
export interface PaperEntry {
  paper: Paper;
  /** First match per topic, title before abstract; in the order of `config.yaml`. */
  topics: TopicMatch[];
  /** The accepted venue, from comment or journal_ref: `{name: 'CoRL', year: 2026}`. */
  venue: { name: string; year: number | null } | null;
  /** Facets mentioned in title or abstract: `{group: 'embodiment', id: 'quadruped', name: …}`. */
  facets: FacetMention[];
  /** `new`: primary category is one of ours; `cross`: cross-listed into one of ours. */
  lane: 'new' | 'cross';
}

export interface FacetMention {
  group: string;
  id: string;
  name: { en: string; zh: string };
}

export interface TopicSummary {
  id: string;
  name: { en: string; zh: string };
  group: string;
  /** Papers of the whole archive that match. */
  total: number;
}

/** One announcement day. `updated` are papers whose replacement was announced on this day. */
export interface DayView {
  date: Day;
  previous: Day | null;
  next: Day | null;
  papers: PaperEntry[];
  updated: PaperEntry[];
  /** Counts of this day's new and cross-listed papers, topics in config order, zeros left out. */
  topicCounts: { topic: string; count: number }[];
  receipt: ReceiptView | null;
}

/** What arXiv announced on a day and what became of it; adds up, or names the ids that do not. */
export interface ReceiptView {
  state: 'complete' | 'quiet' | 'unproved' | 'stale' | 'failing';
  announced: number;
  kept: number;
  not_matching: number;
  duplicate: number;
  failed: number;
  failed_ids: PaperId[];
  checked: Instant | null;
}

export interface MonthSummary {
  month: string;
  total: number;
  days: { date: Day; total: number }[];
}

/** The body of `/api/stats.json`; field names are fixed. */
export interface Stats {
  success: boolean;
  warning?: string;
  total: number;
  stats: Record<string, number>;
  display: Record<string, string>;
  today: number;
  week: number;
  month: number;
  last_update: Instant | null;
  generated_at: Instant | null;
}
