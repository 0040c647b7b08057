import type { Progress } from '../../arxiv/progress.ts';

/** Where a fetch stands, in one line: which source, page n of m, papers so far, time left. */
export function progressLine({ source, step, page, pages, papers, secondsLeft }: Progress): string {
  const of = pages === null ? '' : ` of ${pages}`;
  const left = secondsLeft === null ? '' : `, about ${secondsLeft} s left`;
  return `arXiv ${source}: ${step}, page ${page}${of}, ${papers} papers so far${left}`;
}
