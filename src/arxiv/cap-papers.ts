/** `AUTO_FETCH_MAX_RESULTS`: how many papers a run brings that are kept and new, or newer than the archive's. */
import type { FetchedPaper, PaperId } from '../paper.ts';
import { comparePaperIds } from '../text/ids.ts';

export interface Cap {
  maxResults?: number | undefined;
  keep: (paper: FetchedPaper) => boolean;
  known: (id: PaperId) => number | null;
}

/** Leaves out the newest submissions beyond the cap, so that later runs go on from there. Order is kept. */
export function capPapers(
  papers: readonly FetchedPaper[],
  cap: Cap,
): { papers: FetchedPaper[]; left: number } {
  const { maxResults, keep, known } = cap;
  if (maxResults === undefined) return { papers: [...papers], left: 0 };
  const counted = papers.filter((paper) => paper.version > (known(paper.id) ?? 0) && keep(paper));
  const beyond = counted
    .sort(
      (a, b) =>
        (a.submitted < b.submitted ? -1 : Number(a.submitted > b.submitted)) ||
        comparePaperIds(a.id, b.id),
    )
    .slice(maxResults)
    .map(({ id }) => id);
  const left = new Set(beyond);
  return { papers: papers.filter(({ id }) => !left.has(id)), left: left.size };
}
