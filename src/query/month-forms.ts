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
   * While all months are in full form: the month in which the oldest one is expected to change, at the pace of the last
   * year; `null` when months have changed already, or no pace is known yet.
   */
  fullUntil: string | null;
}

/**
 * Bytes of the site a paper: so many for each byte of its record, and so many whatever it says. Fitted to sites of real
 * records with a margin; `tests/site/` compares them with what a build writes.
 */
const COST: Readonly<Record<MonthForm, { byte: number; paper: number }>> = {
  full: { byte: 4.6, paper: 6_200 },
  lean: { byte: 2, paper: 1_800 },
  data: { byte: 0.34, paper: 600 },
};

/** Front pages, feeds, scripts, full text and NDJSON of the last weeks: what a site has at any age, at 150 papers a day. */
const FIXED = 70e6;

/** Part of the budget that is planned with: an estimate may be wrong by a little. */
const USED = 0.95;

/** The newest months, which keep their full form as long as older ones can give way. */
const YEAR = 12;

const cost = ({ papers, bytes }: MonthSize, form: MonthForm): number =>
  COST[form].byte * bytes + COST[form].paper * papers;

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
  const whole = months.reduce((sum, month) => sum + cost(month, 'full'), FIXED);
  const expected = makeRoom(months, forms, whole - limit) + limit;
  const fullFrom = months.find(({ month }) => forms.get(month) === 'full')?.month ?? null;
  return { forms, expected, limit, fullFrom, fullUntil: forecast(months, limit - whole) };
}

/** Changes forms until nothing is over. @returns by how much the site is over (positive) or under the limit */
function makeRoom(
  months: readonly MonthSize[],
  forms: Map<string, MonthForm>,
  over: number,
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
      left += cost(month, to) - cost(month, forms.get(month.month) ?? 'full');
      forms.set(month.month, to);
    }
  }
  return left;
}

/** @param room bytes that are left with every month in full form */
function forecast(months: readonly MonthSize[], room: number): string | null {
  const newest = months.at(-1);
  const closed = months.slice(-1 - YEAR, -1);
  if (room < 0 || !newest || closed.length === 0) return null;
  const pace = closed.reduce((sum, month) => sum + cost(month, 'full'), 0) / closed.length;
  // The newest month is not at its end yet.
  const ahead = Math.max(0, pace - cost(newest, 'full'));
  return monthAfter(newest.month, Math.max(0, Math.floor((room - ahead) / pace)) + 1);
}

/** `2026-11` and 3 → `2027-02`. */
function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
