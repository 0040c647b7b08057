/**
 * How much of a month the site holds. `full`: every page and file. `lean`: one page, which draws days, topics and papers
 * from the month's JSON when they are asked for; search, JSON and data files stay. `data`: its rows in the SQLite and
 * Parquet files alone.
 */
export type MonthForm = 'full' | 'lean' | 'data';

/** Papers announced in a month, and the bytes of their records in the snapshot. */
export interface MonthSize {
  month: string;
  papers: number;
  bytes: number;
}

/** What the site is expected to hold. */
export interface FormPlan {
  /** By month, oldest first. */
  forms: ReadonlyMap<string, MonthForm>;
  /** Bytes of the site in these forms. */
  expected: number;
  /** Bytes that it is kept under. */
  limit: number;
  /** The oldest month in full form; `null` for an empty archive. */
  fullFrom: string | null;
  /**
   * The oldest month in full form whose days have a JSON file of whole records; that of the months before are their
   * pages and Parquet. `null` for an empty archive.
   */
  dayFilesFrom: string | null;
  /**
   * While all months are in full form: the month in which the oldest one is expected to change, at the pace of the last
   * year; `null` when months have changed already, or no pace is known yet.
   */
  fullUntil: string | null;
}

/**
 * Bytes of the site a paper: so many for each byte of its record, and so many whatever it says. Fitted to sites of real
 * records with a margin; `tests/site/` compares them with what a build writes.
 */
const COST: Readonly<Record<MonthForm | 'dayFiles', { byte: number; paper: number }>> = {
  full: { byte: 3.6, paper: 5_850 },
  // What a month in full form takes beside that while its days have their JSON.
  dayFiles: { byte: 1, paper: 350 },
  lean: { byte: 2, paper: 1_800 },
  data: { byte: 0.34, paper: 600 },
};

/** Front pages, feeds, scripts, full text and NDJSON of the last weeks: what a site has at any age, at 150 papers a day. */
const FIXED = 70e6;

/** Part of the budget that is planned with: an estimate may be wrong by a little. */
const USED = 0.95;

/** The newest months, which keep their full form as long as older ones can give way. */
const YEAR = 12;

/** Part of the budget up to which an archive keeps the day files of all years. */
const SMALL = 0.1;

/** Newest months whose days have a JSON file in a larger one: no more of them, however old the archive. */
export const DAY_FILE_MONTHS = 6;

const cost = ({ papers, bytes }: MonthSize, form: MonthForm | 'dayFiles'): number =>
  COST[form].byte * bytes + COST[form].paper * papers;

/**
 * Of older days the pages and Parquet hold the whole records. A small archive keeps the JSON of every day.
 * @param months with papers, oldest first
 */
function dayFilesFrom(months: readonly MonthSize[], budget: number): string | null {
  const oldest = months[0]?.month ?? null;
  const whole = months.reduce((sum, one) => sum + cost(one, 'full') + cost(one, 'dayFiles'), 0);
  return whole <= budget * SMALL ? oldest : (months.at(-DAY_FILE_MONTHS)?.month ?? oldest);
}

/**
 * Chooses the form of each month, so that the site stays within its budget: the oldest months become lean first, the last
 * year at the end, the newest month never. It depends on the sizes alone, so that any build of the same archive
 * chooses the same.
 * @param months with papers, oldest first
 * @param budget bytes
 */
export function planForms(months: readonly MonthSize[], budget: number): FormPlan {
  const limit = budget * USED;
  const forms = new Map<string, MonthForm>(months.map(({ month }) => [month, 'full']));
  const files = dayFilesFrom(months, budget);
  const whole = wholeSize(months, budget);
  const expected = makeRoom(months, forms, whole - limit, files) + limit;
  const fullFrom = months.find(({ month }) => forms.get(month) === 'full')?.month ?? null;
  return {
    forms,
    expected,
    limit,
    fullFrom,
    dayFilesFrom: files !== null && fullFrom !== null && files < fullFrom ? fullFrom : files,
    fullUntil: whole > limit ? null : forecast(months, budget),
  };
}

/** Bytes of the site with every month in full form. */
function wholeSize(months: readonly MonthSize[], budget: number): number {
  const files = dayFilesFrom(months, budget);
  return months.reduce((sum, month) => sum + fullCost(month, files), FIXED);
}

const fullCost = (month: MonthSize, files: string | null): number =>
  cost(month, 'full') + (files !== null && month.month >= files ? cost(month, 'dayFiles') : 0);

/** Changes forms until nothing is over. @returns by how much the site is over (positive) or under the limit */
function makeRoom(
  months: readonly MonthSize[],
  forms: Map<string, MonthForm>,
  over: number,
  files: string | null,
): number {
  const older = months.slice(0, -YEAR);
  const newer = months.slice(-YEAR, -1);
  let left = over;
  for (const [group, to] of [
    [older, 'lean'],
    [older, 'data'],
    [newer, 'lean'],
    [newer, 'data'],
  ] as const) {
    for (const month of group) {
      if (left <= 0) return left;
      const lean = forms.get(month.month) === 'lean';
      left += cost(month, to) - (lean ? cost(month, 'lean') : fullCost(month, files));
      forms.set(month.month, to);
    }
  }
  return left;
}

/** A site that grows no faster than this has no date to name. */
const CENTURY = 12 * 100;

/** Adds months of the last year's pace until one is too much. */
function forecast(months: readonly MonthSize[], budget: number): string | null {
  const newest = months.at(-1);
  const closed = months.slice(-1 - YEAR, -1);
  if (!newest || closed.length === 0) return null;
  const mean = (of: 'papers' | 'bytes') =>
    closed.reduce((sum, month) => sum + month[of], 0) / closed.length;
  const pace = { papers: mean('papers'), bytes: mean('bytes') };
  // The newest month is not at its end yet.
  const known = [
    ...months.slice(0, -1),
    {
      month: newest.month,
      papers: Math.max(pace.papers, newest.papers),
      bytes: Math.max(pace.bytes, newest.bytes),
    },
  ];
  for (let ahead = 1; ahead <= CENTURY; ahead += 1) {
    const month = monthAfter(newest.month, ahead);
    known.push({ month, ...pace });
    if (wholeSize(known, budget) > budget * USED) return month;
  }
  return null;
}

/** `2026-11` and 3 → `2027-02`. */
function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
