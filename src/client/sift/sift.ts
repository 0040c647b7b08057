import type { Facts } from './facts.ts';
import { DIMENSIONS, type Dimension, type FilterState } from './filter-state.ts';
import { anyPhrase } from './phrases.ts';

/** Papers per value of a dimension, with what is chosen in the other dimensions. */
export type Counts = Record<Dimension, Map<string, number>>;

export interface Sifted {
  /** Ids of the papers that fit. */
  fits: Set<string>;
  counts: Counts;
}

const groupOf = (facet: string): string => facet.slice(0, facet.indexOf('/'));

/** Facets of one group are alternatives; of two groups, both are asked for: a quadruped in Isaac Sim. */
function facetTests(chosen: readonly string[]): Map<string, readonly string[]> {
  return Map.groupBy(chosen, groupOf);
}

/** Which parts of a state a paper fails; `words` for its words. Facets fail per group. */
function failures(
  facts: Facts,
  { chosen }: FilterState,
  facets: Map<string, readonly string[]>,
): string[] {
  const failed: string[] = [];
  for (const name of DIMENSIONS) {
    if (name === 'facet') continue;
    const wanted = chosen[name];
    if (wanted.length > 0 && !wanted.some((value) => facts[name].includes(value)))
      failed.push(name);
  }
  for (const [group, wanted] of facets)
    if (!wanted.some((value) => facts.facet.includes(value))) failed.push(`facet ${group}`);
  return failed;
}

/** Sorts papers by a state: which fit, and how many would for each value that could be chosen. */
export function sift(papers: Iterable<Facts>, state: FilterState): Sifted {
  const wanted = anyPhrase(state.q);
  const unwanted = anyPhrase(state.without);
  const facets = facetTests(state.chosen.facet);
  const fits = new Set<string>();
  const counts: Counts = {
    topic: new Map(),
    facet: new Map(),
    category: new Map(),
    venue: new Map(),
    code: new Map(),
  };
  const count = (name: Dimension, value: string) =>
    counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  for (const facts of papers) {
    const hasWords = (wanted?.(facts.text) ?? true) && !(unwanted?.(facts.text) ?? false);
    const failed = failures(facts, state, facets);
    if (hasWords && failed.length === 0) fits.add(facts.id);
    for (const name of DIMENSIONS)
      for (const value of facts[name]) {
        const own = name === 'facet' ? `facet ${groupOf(value)}` : name;
        if (hasWords && failed.every((part) => part === own)) count(name, value);
        else if (!counts[name].has(value)) counts[name].set(value, 0);
      }
  }
  return { fits, counts };
}
