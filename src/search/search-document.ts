import type { Day, Paper } from '../paper.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { chineseWords } from './chinese-words.ts';
import { textAsOf } from './text-as-of.ts';

/** What a search result shows and filters by, beside the text. */
export interface SearchTags {
  /** Topic ids with their names, in the order of `config.yaml`. */
  topics: { id: string; name: { en: string; zh: string } }[];
  hasCode: boolean;
  /** What title or abstract mentions: `group/id`. */
  facets: string[];
}

const attribute = (kind: 'meta' | 'filter' | 'sort', name: string, value: string): string =>
  `<i data-pagefind-${kind}="${name}:${escapeHtml(value)}"></i>`;

/**
 * One paper as the small HTML document that Pagefind indexes. Its words are the abstract, so that excerpts come from
 * it; title, authors, and the topics' names in both languages are metadata, which Pagefind searches too and weighs by
 * field (`RANKING` in the browser).
 * @param asOf the day whose text is indexed: see `textAsOf`.
 */
export function searchDocument(paper: Paper, tags: SearchTags, asOf: Day): string {
  const text = textAsOf(paper, asOf);
  const topicNames = tags.topics.flatMap((t) => [t.name.en, t.name.zh, ...chineseWords(t.name.zh)]);
  return [
    '<html lang="en"><body>',
    `<main data-pagefind-body><p>${escapeHtml(text.abstract ?? text.title)}</p></main>`,
    attribute('meta', 'title', text.title),
    attribute('meta', 'authors', text.authors.map((a) => a.name).join(', ')),
    attribute('meta', 'words', [paper.id, ...topicNames].join(' ')),
    attribute('meta', 'id', paper.id),
    attribute('meta', 'day', paper.announced),
    attribute('meta', 'topics', tags.topics.map((t) => t.id).join(' ')),
    ...tags.topics.map((t) => attribute('filter', 'topic', t.id)),
    ...tags.facets.map((facet) => attribute('filter', 'facet', facet)),
    ...paper.categories.map((category) => attribute('filter', 'category', category)),
    attribute('filter', 'year', paper.announced.slice(0, 4)),
    ...(tags.hasCode ? [attribute('filter', 'code', 'yes')] : []),
    attribute('sort', 'day', paper.announced),
    '</body></html>',
  ].join('\n');
}
