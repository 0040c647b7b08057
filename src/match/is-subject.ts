import type { Occurrence, PaperText } from './phrase-lists.ts';

/**
 * Whether a paper is about what these phrases name, rather than naming it in passing: one is in the title, or the
 * abstract has them at least twice. An abbreviation that follows in brackets, `reinforcement learning (RL)`, is the
 * same mention.
 * @param occurrences sorted as `PhraseLists` gives them
 */
export function isSubject(occurrences: readonly Occurrence[], { abstract }: PaperText): boolean {
  if (occurrences[0]?.place === 'title') return true;
  let mentions = 0;
  let end = -1;
  for (const occurrence of occurrences) {
    const overlaps = occurrence.start < end;
    const between = end < 0 ? '' : (abstract ?? '').slice(end, occurrence.start);
    if (!overlaps && !/^[\s~]*\($/.test(between)) mentions++;
    end = Math.max(end, occurrence.end);
  }
  return mentions >= 2;
}
