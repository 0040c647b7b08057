import type { Day, PaperId } from '../paper.ts';
import type {
  DayRows,
  DaySummary,
  DayView,
  MonthSummary,
  MonthView,
  PaperEntry,
  PaperPage,
  PaperView,
  Stats,
  TopicMonthView,
  TopicSummary,
  TopicView,
  MonthCount,
  DayReceipt,
  TopicDay,
} from './views.ts';
import type { Manifest } from '../store/manifest.ts';
import type { HealthView } from './health.ts';
import type { AuthorShelves } from './shelves/types.ts';
import type { Config } from '../config/config.ts';
import type { TagIds } from './tags.ts';
import type { Sections } from './sections.ts';
import type { MonthForm } from './month-costs.ts';
import type { FormPlan } from './month-forms.ts';
import type { Trends } from './trends/types.ts';
import type { VenueCount } from './venues.ts';
import type { WeekSummary, WeekView } from './weeks.ts';

/**
 * Every question a page, a feed or a JSON file may ask. Lists are in a fixed order, newest first where time orders
 * them. Methods answer from the derived file and read only the records they return.
 *
 * A method that takes a date, month, topic or id throws when the archive does not hold it.
 */
export interface Archive {
  readonly config: Config;
  /** News, jobs and datasets. */
  readonly sections: Sections;
  /** Authors with at least three papers, on the pages that hold them. */
  readonly authors: AuthorShelves;
  /** Papers of the whole archive. */
  total(): number;
  /** The newest announcement day with papers; `null` for an empty archive. */
  newestDay(): Day | null;
  days(): DaySummary[];
  day(date: Day): DayView;
  months(): MonthSummary[];
  month(month: string): MonthView;
  /** ISO weeks that brought papers, newest first. */
  weeks(): WeekSummary[];
  week(week: string): WeekView;
  topics(): TopicSummary[];
  topic(id: string): TopicView;
  /** Venues that accepted a paper of the archive, the one with most papers first. */
  venues(): VenueCount[];
  topicMonths(id: string): MonthCount[];
  topicMonth(id: string, month: string): TopicMonthView;
  /** Every pair of topic and month that has papers, by month, so that neighbours share what they read. */
  topicMonthPages(): { topic: string; month: string }[];
  paper(id: PaperId): PaperView;
  /** Which topics and facets a paper has as it is now; `null` when the archive does not hold it. */
  tagIds(id: PaperId): TagIds | null;
  /** The papers that one announcement day brought, in the order of the day page: new ones, then cross-lists. */
  papersOf(date: Day): readonly PaperEntry[];
  /** The pages of all papers that one announcement day brought, in the order of the day page. */
  paperPages(date: Day): PaperPage[];
  /** Days that brought papers; `key` changes when the page of any of them may. Newest first. */
  paperDays(): { date: Day; key: string; modified: Day }[];
  /** When each paper of a day, or its newest replacement, was announced; in the order of the day page. */
  modifiedOf(date: Day): { id: PaperId; modified: Day }[];
  /** The newest papers for a feed, of the whole archive or of one topic: whole days until both limits are reached. */
  newest(limits: FeedLimits, topic?: string): DayRows[];
  stats(): Stats;
  /** Matches per topic and announcement day in a span, both ends included; topics in config order, zeros left out. */
  topicDays(from: Day, to: Day): TopicDay[];
  /** Days on which replacements were announced, with how many; newest first. */
  replacementDays(): DaySummary[];
  /** The announcement day of every paper, by day and id. */
  paperDates(): { id: PaperId; date: Day }[];
  /** What became of each announcement that a run recorded, newest first. */
  receipts(): DayReceipt[];
  /** How the field moves: counts per period, what grows, who publishes. Computed at the first call. */
  trends(): Trends;
  /** What the snapshot holds and how its sources stand. */
  manifest(): Manifest;
  /** The state of the record as of its last run, of each source, and the announcements of the last weeks. */
  health(): HealthView;
  /** How much of a month, or of the month of a day, the site holds: only what is in full form has pages of its own. */
  formOf(span: string): MonthForm;
  /** Whether a day has a JSON file of whole records; of the others their pages and Parquet hold them. */
  hasDayFile(date: string): boolean;
  /** The forms of all months, and how they were chosen. */
  forms(): FormPlan;
  /** Content hashes for `getStaticPaths`: each covers all that the answer of the same name holds. */
  readonly cacheKey: CacheKeys;
}

export interface CacheKeys {
  day: (date: Day) => string;
  month: (month: string) => string;
  week: (week: string) => string;
  topic: (id: string) => string;
  topicMonth: (id: string, month: string) => string;
  newest: (limits: FeedLimits, topic?: string) => string;
}

/** How far back a feed reaches: whole days until it holds `items` papers and `days` days, whichever takes longer. */
export interface FeedLimits {
  days: number;
  items: number;
}
