/**
 * How much of a month the site holds. `full`: every page and file. `lean`: one page, which draws days, topics and papers
 * from the month's JSON when they are asked for; search, JSON and data files stay. `data`: the rows of its Parquet file,
 * and those of the SQLite file as long as it reaches back so far.
 */
export type MonthForm = 'full' | 'lean' | 'data';

/** Papers announced in a month, and the bytes of their records in the snapshot. */
export interface MonthSize {
  month: string;
  papers: number;
  bytes: number;
}

/** From which month on the site holds what a large archive keeps for its newest months alone. */
export interface Windows {
  /**
   * The oldest month in full form whose days have a JSON file of whole records; that of the months before are their
   * pages and Parquet. `null` for an empty archive.
   */
  dayFilesFrom: string | null;
  /** The oldest month of which the published SQLite file holds papers; `null` while it holds every paper. */
  sqliteFrom: string | null;
}

/**
 * Bytes of the site a paper: so many for each byte of its record, and so many whatever it says. Fitted to sites of real
 * records with a margin; `tests/site/` compares them with what a build writes.
 */
const COST: Readonly<Record<MonthForm | 'dayFiles' | 'sqlite', { byte: number; paper: number }>> = {
  full: { byte: 3.6, paper: 3_850 },
  lean: { byte: 2, paper: 1_320 },
  data: { byte: 0.34, paper: 120 },
  // What a month takes beside that: in full form while its days have their JSON and its lists their abstracts, in any while
  // the SQLite file holds it.
  dayFiles: { byte: 1, paper: 1_250 },
  sqlite: { byte: 0, paper: 480 },
};

/** Front pages, feeds, scripts, full text and NDJSON of the last weeks: what a site has at any age, at 150 papers a day. */
const FIXED = 70e6;

/** Part of the budget up to which an archive keeps the day files and the SQLite rows of all years. */
const SMALL = 0.1;

/** Newest months whose days have a JSON file in a larger one: no more of them, however old the archive. */
export const DAY_FILE_MONTHS = 6;

/** Newest months whose papers are in the SQLite file of a larger one: a year, and from each month on the same. */
export const SQLITE_MONTHS = 12;

/** Of an archive that keeps all of it. */
const EVERYTHING: Windows = { dayFilesFrom: '', sqliteFrom: null };

/**
 * What a large archive keeps for its newest months alone. A small one keeps everything.
 * @param months with papers, oldest first
 */
export function windowsOf(months: readonly MonthSize[], budget: number): Windows {
  const oldest = months[0]?.month ?? null;
  if (sizeOfMonths(months, EVERYTHING) <= budget * SMALL)
    return { dayFilesFrom: oldest, sqliteFrom: null };
  return {
    dayFilesFrom: months.at(-DAY_FILE_MONTHS)?.month ?? oldest,
    sqliteFrom: months.length > SQLITE_MONTHS ? (months.at(-SQLITE_MONTHS)?.month ?? null) : null,
  };
}

/** Bytes of the site with every month in full form. */
export function wholeSize(months: readonly MonthSize[], windows: Windows): number {
  return FIXED + sizeOfMonths(months, windows);
}

const sizeOfMonths = (months: readonly MonthSize[], windows: Windows): number =>
  months.reduce((sum, month) => sum + costOf(month, 'full', windows), 0);

/** Bytes that a month takes in a form. */
export function costOf(
  { month, papers, bytes }: MonthSize,
  form: MonthForm,
  { dayFilesFrom, sqliteFrom }: Windows,
): number {
  const cost = (of: keyof typeof COST): number => COST[of].byte * bytes + COST[of].paper * papers;
  const dayFiles = form === 'full' && dayFilesFrom !== null && month >= dayFilesFrom;
  const sqlite = month >= (sqliteFrom ?? '');
  return cost(form) + (dayFiles ? cost('dayFiles') : 0) + (sqlite ? cost('sqlite') : 0);
}
