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

/** The texts of a result's own page, `null` when it cannot be had. */
export type PageText = (id: string) => Promise<string | null>;

const isChinese = (word: string): boolean => /\p{Script=Han}/u.test(word);

/**
 * Whether results are about the words that were asked for. For a word that the index does not know, Pagefind takes the
 * longest indexed one that it begins with, were it a single letter; then all results are of that kind, so the first
 * tells of all. A fragment holds the opening of a text: a word that is not in it is looked for in the paper's page.
 * Chinese words are those of topics' names, which the index knows all of.
 */
export async function hasWords(
  first: PagefindResult | undefined,
  query: string | null,
  pageText: PageText,
): Promise<boolean> {
  if (!first) return false;
  const asked = wordsOf(query ?? '').filter((word) => !isChinese(word));
  if (asked.length === 0) return true;
  const { excerpt, content, meta } = await first.data();
  const marked = markedParts(excerpt).flatMap(({ text, marked }) => (marked ? [text] : []));
  const missing = (text: string): string[] => {
    const found = wordsOf(text);
    return asked.filter((word) => !found.some((one) => isFormOf(one, word)));
  };
  if (missing([...marked, content, ...Object.values(meta)].join(' ')).length === 0) return true;
  const page = await pageText(meta['id'] ?? '');
  return page === null || missing(page).length === 0;
}
