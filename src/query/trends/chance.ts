/** Exact tests of counts, and how many of them to believe. Everything by logarithms, so that large counts hold. */

const known: number[] = [0];

/** log(n!) */
function logFactorial(n: number): number {
  for (let i = known.length; i <= n; i += 1) known.push((known[i - 1] ?? 0) + Math.log(i));
  return known[n] ?? 0;
}

const logChoose = (n: number, k: number): number =>
  logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * Fisher's exact test, one-sided: how likely at least `a` of the `a + b` papers with a phrase fall among the `n1` recent
 * papers, when the phrase has nothing to do with time and `n2` papers are earlier.
 */
export function fisherRise(a: number, b: number, n1: number, n2: number): number {
  const both = a + b;
  const all = logChoose(n1 + n2, both);
  let p = 0;
  for (let k = a; k <= Math.min(both, n1); k += 1) {
    if (both - k > n2) continue;
    p += Math.exp(logChoose(n1, k) + logChoose(n2, both - k) - all);
  }
  return Math.min(1, p);
}

/** Exact binomial test, two-sided: how likely two counts of one rate differ at least as much as `a` and `b` do. */
export function binomialDifference(a: number, b: number): number {
  const both = a + b;
  let tail = 0;
  for (let k = Math.max(a, b); k <= both; k += 1)
    tail += Math.exp(logChoose(both, k) - both * Math.LN2);
  return Math.min(1, 2 * tail);
}

/**
 * Which of the tests to believe so that of those believed no more than the share `rate` is false in the long run
 * (Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x). When nothing is true, the chance to believe
 * anything at all is `rate`.
 * @returns the largest p-value that is believed; 0 when none is
 */
export function believedUpTo(pValues: readonly number[], rate: number): number {
  const sorted = pValues.toSorted((x, y) => x - y);
  const last = sorted.findLastIndex((p, i) => p <= (rate * (i + 1)) / sorted.length);
  return sorted[last] ?? 0;
}
