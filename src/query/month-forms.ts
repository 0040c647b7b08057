import {
  costOf,
  windowsOf,
  wholeSize,
  type MonthForm,
  type MonthSize,
  type Windows,
} from './month-costs.ts';

/** What the site is expected to hold. */
export interface FormPlan extends Windows {
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

/** Part of the budget that is planned with: an estimate may be wrong by a little. */
const USED = 0.95;

/** The newest months, which keep their full form as long as older ones can give way. */
const YEAR = 12;

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
  const windows = windowsOf(months, budget);
  const whole = wholeSize(months, windows);
  const expected = makeRoom(months, forms, whole - limit, windows) + limit;
  const { dayFilesFrom, sqliteFrom } = windows;
  const fullFrom = months.find(({ month }) => forms.get(month) === 'full')?.month ?? null;
  return {
    forms,
    expected,
    limit,
    fullFrom,
    dayFilesFrom:
      dayFilesFrom !== null && fullFrom !== null && dayFilesFrom < fullFrom
        ? fullFrom
        : dayFilesFrom,
    sqliteFrom,
    fullUntil: whole > limit ? null : forecast(months, budget),
  };
}

/** Changes forms until nothing is over. @returns by how much the site is over (positive) or under the limit */
function makeRoom(
  months: readonly MonthSize[],
  forms: Map<string, MonthForm>,
  over: number,
  windows: Windows,
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
      const now = forms.get(month.month) ?? 'full';
      left += costOf(month, to, windows) - costOf(month, now, windows);
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
    if (wholeSize(known, windowsOf(known, budget)) > budget * USED) return month;
  }
  return null;
}

/** `2026-11` and 3 → `2027-02`. */
function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
