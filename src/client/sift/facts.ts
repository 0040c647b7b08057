import type { Dimension } from './filter-state.ts';

/** What filters ask of a paper. */
export interface Facts extends Record<Dimension, readonly string[]> {
  id: string;
  /** Title, abstract as far as it is known, and authors; a line break between them. */
  text: string;
  citations: number | null;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const words = (values: unknown[]): string[] => values.map(word).filter((one) => one !== '');

/** `{topic: 'vla'}` or `'vla'` → `vla`. */
const topicId = (value: unknown): string => word(isObject(value) ? value['topic'] : value);
const facetId = (value: unknown): string =>
  isObject(value) ? `${word(value['group'])}/${word(value['id'])}` : word(value);
const authorName = (value: unknown): string => word(isObject(value) ? value['name'] : value);

function codeOf({ code, links }: Record<string, unknown>): string[] {
  const linked = list(links).some((link) => isObject(link) && link['kind'] === 'code');
  return linked || word(code) !== '' ? ['yes'] : [];
}

function citationsOf(value: unknown): number | null {
  const count = isObject(value) ? value['count'] : value;
  return typeof count === 'number' ? count : null;
}

function venueOf(value: unknown): string[] {
  return words([isObject(value) ? value['name'] : value]);
}

/** A paper of the site's JSON, of a day, a month or a topic; `null` when it is no paper. */
export function factsOfJson(value: unknown): Facts | null {
  if (!isObject(value) || typeof value['id'] !== 'string') return null;
  const { id, title, abstract, authors, topics, facets, venue, citations } = value;
  const categories = words(list(value['categories']));
  return {
    id,
    topic: words(list(topics).map(topicId)),
    facet: words(list(facets).map(facetId)),
    category: categories.length > 0 ? categories : words([value['primary_category']]),
    venue: venueOf(venue),
    code: codeOf(value),
    text: [word(title), word(abstract), words(list(authors).map(authorName)).join(', ')].join('\n'),
    citations: citationsOf(citations),
  };
}

const texts = (row: Element, selector: string): string[] =>
  [...row.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

/** What a row of the page states itself: all there is for a paper that no file brings. */
export function factsOfRow(row: HTMLElement): Facts {
  const [cats = ''] = texts(row, '.cats');
  const links = [...row.querySelectorAll<HTMLAnchorElement>('.tags a')];
  const linked = links.flatMap(({ pathname }) => /\/topics\/([^/]+)\/$/.exec(pathname)?.[1] ?? []);
  const reasons = [...row.querySelectorAll<HTMLElement>('.why [data-topic]')];
  return {
    id: row.id,
    topic: [...new Set([...linked, ...reasons.map(({ dataset }) => dataset['topic'] ?? '')])],
    facet: [],
    category: cats.split(' ').filter((name) => name !== ''),
    venue: texts(row, '.venue').map((name) => name.replace(/ \d{4}$/, '')),
    code: row.querySelector('.has') ? ['yes'] : [],
    text: [...texts(row, 'h3'), ...texts(row, '.abs'), ...texts(row, ':scope > .by')].join('\n'),
    citations: null,
  };
}

/** Facts of the same paper from two files: the longer text, and whatever one of them knows. */
export function joinFacts(a: Facts, b: Facts): Facts {
  const more = (name: Dimension): readonly string[] =>
    a[name].length >= b[name].length ? a[name] : b[name];
  return {
    id: a.id,
    topic: more('topic'),
    facet: more('facet'),
    category: more('category'),
    venue: more('venue'),
    code: more('code'),
    text: a.text.length >= b.text.length ? a.text : b.text,
    citations: a.citations ?? b.citations,
  };
}
