import type { Occurrence, PaperText } from './phrase-lists.ts';

/** Where a sentence ends: its mark, closing quotes, space, and what a sentence begins with. */
const sentenceEnd = /[.!?]["'’”)\]]*\s+(?=[\p{Lu}\p{N}$\\"'‘“([])/gu;

/**
 * Whether a paper is about what these phrases name, rather than naming it in passing: one is in the title, or two
 * sentences of the abstract have one.
 * @param occurrences sorted as `PhraseLists` gives them
 */
export function isSubject(occurrences: readonly Occurrence[], { abstract }: PaperText): boolean {
  const [first] = occurrences;
  if (first === undefined) return false;
  if (first.place === 'title') return true;
  const last = occurrences.at(-1) ?? first;
  return (abstract ?? '').slice(first.start, last.end).search(sentenceEnd) >= 0;
}
