import type { TermBlock } from './term-block.ts';

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

  constructor({ sizes, terms, weights }: TermBlock) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, terms.length * 2)));
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.heads = new Int32Array(size).fill(EMPTY);
    let at = 0;
    for (const [paper, count] of sizes.entries())
      for (const end = at + count; at < end; at++)
        this.put(terms[at] ?? 0, paper, weights[at] ?? 0);
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
 * The vectors of all papers so far, day by day. A day's papers are compared with all of them in one pass over plain
 * arrays: 150 papers against 50,000 cost less than building an inverted index of these would. What an earlier build
 * knew is not held: one pass over it is read faster into the same memory than the memory for all of it is had.
 */
export class Corpus {
  private readonly blocks: TermBlock[] = [];
  private readonly known: () => Iterable<TermBlock>;

  /** @param known vectors of days before those that are added, oldest first; gone through for each day that is compared */
  constructor(known: () => Iterable<TermBlock> = () => []) {
    this.known = known;
  }

  add(block: TermBlock): void {
    this.blocks.push(block);
  }

  /** For each paper of the day added last, the nearest of all papers but itself: nearest first, of equals the newer. */
  nearestOfLast(limits: NeighbourLimits): Neighbour[][] {
    const last = this.blocks.at(-1);
    if (!last) return [];
    const comparison = new Comparison(last, limits.least);
    for (const block of this.known()) comparison.meetDay(block);
    for (const block of this.blocks) comparison.meetDay(block);
    const first = comparison.papers - last.sizes.length;
    return comparison.found.map((list, paper) =>
      list
        .filter(({ position }) => position !== first + paper)
        .sort((a, b) => b.score - a.score || b.position - a.position)
        .slice(0, limits.count),
    );
  }
}

/** The papers of one day against one paper after the other, term by term. */
class Comparison {
  /** For each paper of the day, those that are alike: itself too, when it is met. */
  readonly found: Neighbour[][];
  /** Papers met so far. */
  papers = 0;
  private readonly least: number;
  private readonly table: TermTable;
  private readonly scores: Float64Array;
  private readonly touched: number[] = [];

  constructor(day: TermBlock, least: number) {
    this.table = new TermTable(day);
    this.least = least;
    this.scores = new Float64Array(day.sizes.length);
    this.found = Array.from(day.sizes, () => []);
  }

  /** All papers of a day, in their order. */
  meetDay({ sizes, terms, weights }: TermBlock): void {
    let at = 0;
    for (const count of sizes) {
      for (const end = at + count; at < end; at++) this.meet(terms[at] ?? 0, weights[at] ?? 0);
      this.endPaper();
    }
  }

  /** A term of the paper that is compared now. */
  private meet(term: number, weight: number): void {
    const { table, scores, touched } = this;
    for (let entry = table.first(term); entry !== EMPTY; entry = table.next[entry] ?? EMPTY) {
      const paper = table.paper[entry] ?? 0;
      if (scores[paper] === 0) touched.push(paper);
      scores[paper] = (scores[paper] ?? 0) + (table.weight[entry] ?? 0) * weight;
    }
  }

  /** That was its last term. */
  private endPaper(): void {
    const { scores, touched } = this;
    const position = this.papers++;
    for (const paper of touched) {
      const score = scores[paper] ?? 0;
      scores[paper] = 0;
      if (score >= this.least) this.found[paper]?.push({ position, score });
    }
    touched.length = 0;
  }
}
