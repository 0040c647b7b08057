import type { SourceOutcome } from './source.ts';

/**
 * How a source of many parts stands: failing when none of its parts answered, new when one brought something, else
 * quiet. What went wrong in a part is told by the part.
 */
export function wholeOf(parts: Readonly<Record<string, SourceOutcome>>): SourceOutcome {
  const all = Object.values(parts);
  const answered = all.length === 0 || all.some((part) => part.answered);
  const isNew = all.some(({ state }) => state === 'new');
  return { state: answered ? (isNew ? 'new' : 'quiet') : 'failing', answered };
}
