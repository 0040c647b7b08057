import type { Day, Paper } from '../paper.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { chineseWords } from './chinese-words.ts';
import { textAsOf } from './text-as-of.ts';

/** What a search result shows and filters by, beside the text. */
export interface SearchTags {
  /** Topic ids with their names, in the order of `config.yaml`. */
  topics: { id: string; name: { en: string; zh: string } }[];
  hasCode: boolean;
}

const attribute = (kind: 'meta' | 'filter' | 'sort', name: string, value: string): string =>
  `<i data-pagefind-${kind}="${name}:${escapeHtml(value)}"></i>`;

const shortAuthors = (names: string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')}, … ${names.at(-1) ?? ''}`;

/**
 * One paper as the small HTML document that Pagefind indexes: title weighs most, then authors, then the abstract;
 * the id and the topics' names in both languages are found too.
 * @param asOf the last day of the search period: see `textAsOf`.
 */
export function searchDocument(paper: Paper, tags: SearchTags, asOf: Day): string {
  const text = textAsOf(paper, asOf);
  const names = text.authors.map((a) => a.name);
  const topicNames = tags.topics.flatMap((t) => [t.name.en, t.name.zh, ...chineseWords(t.name.zh)]);
  return [
    '<html lang="en"><body><main data-pagefind-body>',
    `<h1>${escapeHtml(text.title)}</h1>`,
    `<p data-pagefind-weight="4">${escapeHtml(names.join(', '))}</p>`,
    `<p>${escapeHtml(text.abstract ?? '')}</p>`,
    `<p data-pagefind-weight="0.5">${escapeHtml([paper.id, ...topicNames].join(' '))}</p></main>`,
    attribute('meta', 'id', paper.id),
    attribute('meta', 'day', paper.announced),
    attribute('meta', 'authors', shortAuthors(names)),
    attribute('meta', 'topics', tags.topics.map((t) => t.id).join(' ')),
    ...tags.topics.map((t) => attribute('filter', 'topic', t.id)),
    attribute('filter', 'year', paper.announced.slice(0, 4)),
    ...(tags.hasCode ? [attribute('filter', 'code', 'yes')] : []),
    attribute('sort', 'day', paper.announced),
    '</body></html>',
  ].join('\n');
}
