import { splitMath } from './split-math.ts';

/** Lengths in UTF-16 units: enough for four lines on a desk and eight on a phone. */
const shortest = 200;
const longest = 330;

/** Whether a text can be cut here without cutting a formula. */
function isOutsideMath(text: string, at: number): boolean {
  return !splitMath(text).some(({ kind, start, end }) => kind === 'math' && start < at && at < end);
}

/**
 * How much of an abstract a row carries: up to the end of a sentence or, failing that, of a word, never inside a
 * formula. Offsets of marks stay right, for it is a length of the source text. The whole abstract is on the paper's
 * page, which the browser fetches when a row is unfolded: 150 whole abstracts are 72 KB after gzip, a day page has 60.
 */
export function openingLength(text: string): number {
  if (text.length <= longest + 40) return text.length;
  const window = text.slice(0, longest);
  const sentences = [...window.matchAll(/[.?!](?=\s)/g)].map(({ index }) => index + 1);
  const words = [...window.matchAll(/\s/g)].map(({ index }) => index);
  const cuts = [...sentences.toReversed(), ...words.toReversed()].filter((cut) => cut >= shortest);
  return cuts.find((cut) => isOutsideMath(text, cut)) ?? text.length;
}
