import { findVenue } from '../match/find-venue.ts';
import type { Paper, PaperId } from '../paper.ts';

/**
 * What a search filters and sorts by and what may change years after a paper was announced: it stands beside a period's
 * index, so that a closed period is not indexed again because a paper was accepted or cited.
 */
export interface PaperFacts {
  venue?: string;
  /** Citations; left out when none are known. */
  cited?: number;
}

/** The file `facts.json` of a period; results are named as Pagefind names them. */
export interface PeriodFacts {
  cited: Record<string, number>;
  /** Results by the name of the venue. */
  venues: Record<string, string[]>;
}

/** Facts of the papers that have any. */
export function factsOf(papers: readonly Paper[]): Record<PaperId, PaperFacts> {
  return Object.fromEntries(
    papers.flatMap((paper): [PaperId, PaperFacts][] => {
      const venue = findVenue(paper)?.name;
      const cited = paper.citations?.count ?? 0;
      if (venue === undefined && cited === 0) return [];
      return [[paper.id, { ...(venue !== undefined && { venue }), ...(cited > 0 && { cited }) }]];
    }),
  );
}

/**
 * The facts of a period, in the order of names.
 * @param results the paper of each result
 */
export function periodFacts(
  results: Readonly<Record<string, PaperId>>,
  facts: ReadonlyMap<PaperId, PaperFacts>,
): PeriodFacts {
  const cited: PeriodFacts['cited'] = {};
  const venues = new Map<string, string[]>();
  for (const [result, id] of Object.entries(results).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const known = facts.get(id);
    if (known?.cited !== undefined) cited[result] = known.cited;
    if (known?.venue === undefined) continue;
    const there = venues.get(known.venue);
    if (there) there.push(result);
    else venues.set(known.venue, [result]);
  }
  const byName = [...venues].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { cited, venues: Object.fromEntries(byName) };
}
