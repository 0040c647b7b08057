/**
 * The archive cut into search periods, so that a day's build indexes the newest papers and leaves the rest alone.
 *
 * Days are gathered oldest first into periods of at least `large` papers; what is left over at the new end is gathered
 * into periods of at least `medium`; the rest is the newest period, the only one that an ordinary day rebuilds. A new
 * day can only change the tail, and the cut depends on the days' sizes alone: a cold build finds the same periods.
 */
import type { Day } from '../paper.ts';

export interface DaySize {
  date: Day;
  papers: number;
}

export interface SearchPeriod {
  /** The first day: names the folder, and never changes while the period grows. */
  id: Day;
  from: Day;
  to: Day;
  papers: number;
  /** Closed periods are complete: only a correction of an old day changes them. */
  closed: boolean;
}

export interface PeriodSizes {
  large: number;
  medium: number;
}

/** Pagefind takes about 1.7 ms and 10 bytes of preloaded index a paper: these keep both bounded. */
export const DEFAULT_PERIOD_SIZES: PeriodSizes = { large: 8_000, medium: 1_500 };

function gather(days: readonly DaySize[], atLeast: number): { full: DaySize[][]; rest: DaySize[] } {
  const full: DaySize[][] = [];
  let open: DaySize[] = [];
  let papers = 0;
  for (const day of days) {
    open.push(day);
    papers += day.papers;
    if (papers >= atLeast) {
      full.push(open);
      open = [];
      papers = 0;
    }
  }
  return { full, rest: open };
}

const periodOf = (days: readonly DaySize[], closed: boolean): SearchPeriod[] => {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const papers = days.reduce((sum, day) => sum + day.papers, 0);
  return [{ id: first.date, from: first.date, to: last.date, papers, closed }];
};

/**
 * @param days announcement days with papers, in any order.
 * @returns the periods, newest first; every day is in exactly one.
 */
export function searchPeriods(
  days: readonly DaySize[],
  sizes: PeriodSizes = DEFAULT_PERIOD_SIZES,
): SearchPeriod[] {
  const inOrder = days.filter((d) => d.papers > 0).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const large = gather(inOrder, sizes.large);
  const medium = gather(large.rest, sizes.medium);
  return [
    ...large.full.flatMap((group) => periodOf(group, true)),
    ...medium.full.flatMap((group) => periodOf(group, true)),
    ...periodOf(medium.rest, false),
  ].toReversed();
}
