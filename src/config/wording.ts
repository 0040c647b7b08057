import { nearest } from './nearest.ts';

/** `` `all` `` */
export const tick = (word: unknown): string => `\`${String(word)}\``;

/** `` `en` or `zh` `` */
export function oneOf(words: readonly string[]): string {
  if (words.length > 20) return `one of ${words.length} known values`;
  const quoted = words.map(tick);
  const last = quoted.pop() ?? 'nothing';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** `` ; did you mean `include`? ``, or `otherwise` when no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[], otherwise = ''): string {
  const meant = nearest(word, candidates);
  return meant === null ? otherwise : `; did you mean ${tick(meant)}?`;
}

/** What stands in the file: `"cs.R0"`, `the number 2601.10`, `a list`. */
export function foundText(value: unknown, written: string | null): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
    case 'number':
    case 'bigint':
      return `the number ${written ?? String(value)}`;
    case 'boolean':
      return `the switch ${written ?? String(value)}`;
    default:
      return Object.keys(value).length === 0 ? 'no keys' : 'keys with values';
  }
}
