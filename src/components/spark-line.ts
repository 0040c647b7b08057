import type { Trends } from '../query/trends/types.ts';

/** Counts, oldest first → the points of a line in a box of 100 × 20, the fullest month at the top. */
export function sparkLine(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  const step = 100 / Math.max(1, counts.length - 1);
  return counts
    .map((count, index) => `${(index * step).toFixed(1)},${(19 - (count / most) * 18).toFixed(1)}`)
    .join(' ');
}

/** Weeks of the lines beside topics. */
const WEEKS = 12;

/** Papers per announcement in each of the last weeks, by topic: the running week is no dip. */
export function topicLines({ periods, series }: Trends): Map<string, string> {
  return new Map(
    series
      .filter(({ kind }) => kind === 'topic')
      .map(({ id, week }) => {
        const rates = periods.week.flatMap(({ recorded }, at) =>
          recorded === 0 ? [] : [(week[at] ?? 0) / recorded],
        );
        return [id, sparkLine(rates.slice(-WEEKS))];
      }),
  );
}
