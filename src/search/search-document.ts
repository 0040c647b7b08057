import type { CustomRecord } from 'pagefind';
import type { Day, Paper } from '../paper.ts';
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

/**
 * One paper as the record that Pagefind indexes: plain text, of which nothing is read as HTML. Its words are the abstract, so
 * that excerpts come from it; title, authors, and the topics' names in both languages are metadata, which Pagefind searches
 * too and weighs by field (`RANKING` in the browser).
 * @param asOf the day whose text is indexed: see `textAsOf`.
 */
export function searchDocument(paper: Paper, tags: SearchTags, asOf: Day): CustomRecord {
  const text = textAsOf(paper, asOf);
  const topicNames = tags.topics.flatMap((t) => [t.name.en, t.name.zh, ...chineseWords(t.name.zh)]);
  const topics = tags.topics.map(({ id }) => id);
  return {
    url: `papers/${paper.id}/`,
    content: text.abstract ?? text.title,
    language: 'en',
    meta: {
      title: text.title,
      authors: text.authors.map((a) => a.name).join(', '),
      words: [paper.id, ...topicNames].join(' '),
      id: paper.id,
      day: paper.announced,
      topics: topics.join(' '),
    },
    filters: {
      ...(topics.length > 0 && { topic: topics }),
      ...(tags.facets.length > 0 && { facet: tags.facets }),
      category: paper.categories,
      year: [paper.announced.slice(0, 4)],
      ...(tags.hasCode && { code: ['yes'] }),
    },
    sort: { day: paper.announced },
  };
}
