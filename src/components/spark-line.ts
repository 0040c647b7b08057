/** Counts, oldest first → the points of a line in a box of 100 × 20, the fullest month at the top. */
export function sparkLine(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  const step = 100 / Math.max(1, counts.length - 1);
  return counts
    .map((count, index) => `${(index * step).toFixed(1)},${(19 - (count / most) * 18).toFixed(1)}`)
    .join(' ');
}
