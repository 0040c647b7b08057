import type { TermVector } from './term-vector.ts';

/** The vectors of a day's papers, one after the other: tens of thousands of small arrays take longer to make than to read. */
export interface TermBlock {
  /** Terms per paper. */
  sizes: readonly number[];
  terms: Uint32Array;
  weights: Float32Array;
}

export function termBlock(vectors: readonly TermVector[]): TermBlock {
  const sizes = vectors.map(({ terms }) => terms.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const block = { sizes, terms: new Uint32Array(total), weights: new Float32Array(total) };
  let at = 0;
  for (const { terms, weights } of vectors) {
    block.terms.set(terms, at);
    block.weights.set(weights, at);
    at += terms.length;
  }
  return block;
}
