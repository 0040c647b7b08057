/** In how many papers each term stands, by the term's hash: a `Map` of as many takes longer to make than to read. */
export class TermCounts {
  /** Hashes, ascending. */
  readonly terms: Uint32Array;
  /** Papers, in the order of `terms`. */
  readonly papers: Uint32Array;

  constructor(terms: Uint32Array, papers: Uint32Array) {
    this.terms = terms;
    this.papers = papers;
  }

  static of(counts: ReadonlyMap<number, number>): TermCounts {
    const terms = Uint32Array.from(counts.keys()).sort();
    return new TermCounts(
      terms,
      terms.map((term) => counts.get(term) ?? 0),
    );
  }

  /** `undefined` for a term that none of the papers has, or one alone. */
  get(term: number): number | undefined {
    const { terms } = this;
    let [low, high] = [0, terms.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((terms[middle] ?? 0) < term) low = middle + 1;
      else high = middle;
    }
    return terms[low] === term ? this.papers[low] : undefined;
  }
}
