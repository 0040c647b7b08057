import { TermCounts } from './term-counts.ts';

/** A paper as its few strongest terms, of length one: two vectors are as similar as their product is large. */

/** Terms kept per paper: more changes the neighbours little and costs memory for every paper there will ever be. */
export const VECTOR_TERMS = 32;

export interface TermVector {
  /** Hashes of the terms, ascending. */
  terms: Uint32Array;
  weights: Float32Array;
}

/** In how many of `papers` papers each term stands; terms in one paper only are left out. */
export interface TermRarity {
  papers: number;
  counts: TermCounts;
}

/** FNV-1a, 32 bits. Two of 200,000 terms that share a hash are rare and do little harm. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) {
    hash ^= term.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A term in more than this share of papers tells none from another. */
const COMMON_SHARE = 0.1;
/** A term that the counted papers lack may be new in the field or a name of the paper's own: half the weight of the rarest. */
const UNSEEN = 0.5;

function rarityOf(hash: number, { papers, counts }: TermRarity): number {
  if (papers === 0) return 1;
  const count = counts.get(hash);
  if (count === undefined) return UNSEEN * Math.log(1 + papers);
  return count > papers * COMMON_SHARE ? 0 : Math.log((1 + papers) / (1 + count));
}

/** Weighs terms by rarity and keeps the strongest. Ties are broken by hash, so that the same text gives the same vector. */
export function termVector(terms: ReadonlyMap<string, number>, rarity: TermRarity): TermVector {
  const weighed: [hash: number, weight: number][] = [];
  for (const [term, weight] of terms) {
    const hash = termHash(term);
    const rare = rarityOf(hash, rarity);
    if (rare > 0) weighed.push([hash, weight * rare]);
  }
  const kept = weighed
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, VECTOR_TERMS)
    .sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Uint32Array.from(kept, ([hash]) => hash),
    weights: Float32Array.from(kept, ([, weight]) => weight / length),
  };
}

/** Counts in how many papers each term stands. */
export function countTerms(papers: Iterable<ReadonlyMap<string, number>>): TermRarity {
  const counts = new Map<number, number>();
  let total = 0;
  for (const terms of papers) {
    total += 1;
    for (const term of terms.keys()) {
      const hash = termHash(term);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  for (const [hash, count] of counts) if (count === 1) counts.delete(hash);
  return { papers: total, counts: TermCounts.of(counts) };
}
