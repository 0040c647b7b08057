/**
 * What pages, feeds and JSON are given: plain values, ready to draw. `archive.*` makes them, `render/` draws them.
 *
 * A listing page is drawn again only when its cache key changes, and its key is made of exactly what these types
 * carry. So a row holds no version, comment or citation count: a replacement that leaves title, authors, abstract and
 * links as they were touches the paper's own page and no listing.
 */
import type { Day, Instant, Paper, PaperId, TopicMatch } from '../paper.ts';
import type { PaperMentions } from './section-views.ts';

/** The part of a paper that a row in a listing may show. */
export type RowPaper = Pick<
  Paper,
  | 'id'
  | 'title'
  | 'abstract'
  | 'authors'
  | 'categories'
  | 'primary_category'
  | 'announced'
  | 'links'
  | 'withdrawn'
  | 'provisional'
  | 'summary'
>;

/** A paper in a listing, with what is computed from config: never stored, so that a changed keyword re-tags all. */
export interface RowEntry {
  paper: RowPaper;
  /** First match per topic, title before abstract; in the order of `config.yaml`. */
  topics: TopicMatch[];
  /** The accepted venue, from comment or journal_ref: `{name: 'CoRL', year: 2026}`. */
  venue: { name: string; year: number | null } | null;
  /** Facets mentioned in title or abstract: `{group: 'embodiment', id: 'quadruped', name: …}`. */
  facets: FacetMention[];
  /** `new`: primary category is one of ours; `cross`: cross-listed into one of ours. */
  lane: 'new' | 'cross';
}

/** A paper with everything known of it, for its own page. */
export interface PaperEntry extends RowEntry {
  paper: Paper;
}

export interface FacetMention {
  group: string;
  id: string;
  name: { en: string; zh: string };
}

/** A paper to point at: the neighbours of a paper in its day, the papers similar to it. */
export interface PaperRef {
  id: PaperId;
  title: string;
}

/** All that the page of one paper shows. */
export interface PaperView {
  entry: PaperEntry;
  /** The neighbours in the order of the day page; none across days, so that a new day changes no old paper page. */
  previous: PaperRef | null;
  next: PaperRef | null;
  /** Near in content, nearest first. Empty until computed. */
  similar: PaperRef[];
  /** News and datasets that speak of it; left out when none does. */
  mentions?: PaperMentions;
}

/** The page of one paper, and what it is known by between builds. */
export interface PaperPage {
  id: PaperId;
  /** Changes whenever anything in `view` does. */
  key: string;
  view: PaperView;
}

/** Which parts of a paper a replacement changed. */
export type ChangedPart = 'title' | 'abstract' | 'authors' | 'comment' | 'links';

/** A paper whose replacement was announced on a day. */
export interface UpdatedEntry {
  entry: RowEntry;
  /** The version before and after that day's announcement. */
  from: number;
  to: number;
  /** Empty when only the files changed, or when the earlier text is not known. */
  changed: ChangedPart[];
}

export interface TopicSummary {
  id: string;
  name: { en: string; zh: string };
  group: string;
  /** Papers of the whole archive that match. */
  total: number;
}

export interface TopicCount {
  topic: string;
  count: number;
}

export interface DaySummary {
  date: Day;
  total: number;
}

/** One announcement day. `updated` are papers whose replacement was announced on this day. */
export interface DayView {
  date: Day;
  previous: Day | null;
  next: Day | null;
  /** Days of the same month up to this one, newest first: the whole month would change with every new day. */
  monthSoFar: DaySummary[];
  /** New papers first, then cross-lists; by id within each. */
  papers: RowEntry[];
  updated: UpdatedEntry[];
  /** Counts of this day's new and cross-listed papers, topics in config order, zeros left out. */
  topicCounts: TopicCount[];
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
  /** In the order of `config.yaml`; empty when no announcement was seen. */
  categories: CategoryReceiptView[];
}

/** The same for one category, announcements by their type. */
export interface CategoryReceiptView {
  name: string;
  announced: number;
  types: { new: number; cross: number; replace: number; 'replace-cross': number };
  kept: number;
  not_matching: number;
  duplicate: number;
  failed: number;
  failed_ids: PaperId[];
  /** Announced, and in none of the outcomes: empty unless something is wrong. */
  unaccounted_ids: PaperId[];
  /** In one of the outcomes, and not announced. */
  unannounced_ids: PaperId[];
}

/** The receipt of an announcement with its date. */
export interface DayReceipt {
  date: Day;
  receipt: ReceiptView;
}

/** Papers of one announcement day that match a topic. */
export interface TopicDay {
  topic: string;
  date: Day;
  count: number;
}

/** One month in the archive, `2026-11`. */
export interface MonthSummary {
  month: string;
  total: number;
  days: DaySummary[];
}

export interface MonthView extends MonthSummary {
  previous: string | null;
  next: string | null;
  topicCounts: TopicCount[];
}

export interface MonthCount {
  month: string;
  total: number;
}

/** Papers of one announcement day inside a listing of several days; newest day first there. */
export interface DayRows {
  date: Day;
  papers: RowEntry[];
}

/** A topic's front page: its newest papers and its months. It changes with the newest day, as all topics' totals do. */
export interface TopicView {
  topic: TopicSummary;
  /** All topics with their totals, in config order. */
  topics: TopicSummary[];
  /** Whole days, newest first, until about fifty papers are reached. */
  latest: DayRows[];
  /** Newest first; months without a matching paper are left out. */
  months: MonthCount[];
}

/** A topic in one month: a stable page that is never renumbered. */
export interface TopicMonthView {
  topic: Omit<TopicSummary, 'total'>;
  month: string;
  total: number;
  previous: string | null;
  next: string | null;
  /** Rows of a list without abstracts: abstract, facets and phrases found in the abstract are left out. */
  days: DayRows[];
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
