import { markedParts } from './marked-parts.ts';
import type { PagefindResult } from './pagefind-types.ts';

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.]*/gu) ?? [];

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
}

/** Half of a word is more than its stem loses: `studies` is found as `study`, and `x` is no `xylophone`. */
const isFormOf = (found: string, word: string): boolean =>
  commonStart(found, word) * 2 >= word.length;

/**
 * Whether results are about the words that were asked for. For a word that the index does not know, Pagefind takes the
 * longest indexed one that it begins with, were it a single letter; then all results are of that kind, so the first
 * tells of all.
 */
export async function hasWords(
  first: PagefindResult | undefined,
  query: string | null,
): Promise<boolean> {
  if (!first) return false;
  const asked = wordsOf(query ?? '');
  if (asked.length === 0) return true;
  const { excerpt, meta } = await first.data();
  const marked = markedParts(excerpt).flatMap(({ text, marked }) => (marked ? [text] : []));
  const found = wordsOf([...marked, ...Object.values(meta)].join(' '));
  return asked.every((word) => found.some((one) => isFormOf(one, word)));
}
