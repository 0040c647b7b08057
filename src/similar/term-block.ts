import type { TermVector } from './term-vector.ts';

/** The vectors of a day's papers, one after the other: tens of thousands of small arrays take longer to make than to read. */
export interface TermBlock {
  /** Terms per paper. */
  sizes: Uint32Array;
  terms: Uint32Array;
  weights: Float32Array;
}

export function termBlock(vectors: readonly TermVector[]): TermBlock {
  const sizes = Uint32Array.from(vectors, ({ terms }) => terms.length);
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

const WORD = 4;

/** A block as bytes: sizes, terms, weights. */
export const bytesOf = ({ sizes, terms, weights }: TermBlock): Uint8Array =>
  Buffer.concat(
    [sizes, terms, weights].map(
      (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    ),
  );

/** The block of so many papers that `bytesOf` gave these bytes of, on their memory. */
export function blockOf(bytes: Uint8Array<ArrayBuffer>, papers: number): TermBlock {
  const { buffer, byteOffset, byteLength } = bytes;
  const total = (byteLength / WORD - papers) / 2;
  const terms = byteOffset + papers * WORD;
  return {
    sizes: new Uint32Array(buffer, byteOffset, papers),
    terms: new Uint32Array(buffer, terms, total),
    weights: new Float32Array(buffer, terms + total * WORD, total),
  };
}
