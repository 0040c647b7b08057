import type { TermVector } from './term-vector.ts';

export interface Neighbour {
  /** Position of the paper in the order in which papers were added. */
  position: number;
  score: number;
}

export interface NeighbourLimits {
  /** At most so many. */
  count: number;
  /** Less alike than this is not called similar. */
  least: number;
}

export const DEFAULT_LIMITS: NeighbourLimits = { count: 6, least: 0.12 };

const EMPTY = -1;

/** The terms of a few papers, each with the papers that have it: small enough to stay in the processor's cache. */
class TermTable {
  private readonly mask: number;
  private readonly keys: Uint32Array;
  private readonly heads: Int32Array;
  readonly next: number[] = [];
  readonly paper: number[] = [];
  readonly weight: number[] = [];

  constructor(vectors: readonly TermVector[]) {
    const terms = vectors.reduce((sum, vector) => sum + vector.terms.length, 0);
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, terms * 2)));
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.heads = new Int32Array(size).fill(EMPTY);
    for (const [i, vector] of vectors.entries())
      for (const [j, term] of vector.terms.entries()) this.put(term, i, vector.weights[j] ?? 0);
  }

  private slot(term: number): number {
    let slot = term & this.mask;
    while (this.heads[slot] !== EMPTY && this.keys[slot] !== term) slot = (slot + 1) & this.mask;
    return slot;
  }

  private put(term: number, paper: number, weight: number): void {
    const slot = this.slot(term);
    this.keys[slot] = term;
    this.next.push(this.heads[slot] ?? EMPTY);
    this.paper.push(paper);
    this.weight.push(weight);
    this.heads[slot] = this.paper.length - 1;
  }

  /** First entry of a term, `-1` for none; `next` leads on. */
  first(term: number): number {
    return this.heads[this.slot(term)] ?? EMPTY;
  }
}

/**
 * The vectors of all papers so far. A day's papers are compared with all of them in one pass over plain arrays: 150
 * papers against 50,000 cost less than building an inverted index of these would.
 */
export class Corpus {
  private readonly vectors: TermVector[] = [];

  get size(): number {
    return this.vectors.length;
  }

  add(vectors: readonly TermVector[]): void {
    for (const vector of vectors) this.vectors.push(vector);
  }

  /**
   * For each of the papers added last, the nearest of all papers but itself: nearest first, of equals the newer.
   * @param count how many papers, from the end, to find neighbours for.
   */
  nearestOfLast(count: number, limits: NeighbourLimits): Neighbour[][] {
    const first = this.vectors.length - count;
    const table = new TermTable(this.vectors.slice(first));
    const found: Neighbour[][] = Array.from({ length: count }, () => []);
    const scores = new Float64Array(count);
    const touched: number[] = [];
    for (const [position, { terms, weights }] of this.vectors.entries()) {
      for (let i = 0; i < terms.length; i++) {
        for (
          let entry = table.first(terms[i] ?? 0);
          entry !== EMPTY;
          entry = table.next[entry] ?? EMPTY
        ) {
          const paper = table.paper[entry] ?? 0;
          if (scores[paper] === 0) touched.push(paper);
          scores[paper] = (scores[paper] ?? 0) + (table.weight[entry] ?? 0) * (weights[i] ?? 0);
        }
      }
      for (const paper of touched) {
        const score = scores[paper] ?? 0;
        scores[paper] = 0;
        if (score >= limits.least && first + paper !== position)
          found[paper]?.push({ position, score });
      }
      touched.length = 0;
    }
    return found.map((list) =>
      list.sort((a, b) => b.score - a.score || b.position - a.position).slice(0, limits.count),
    );
  }
}
