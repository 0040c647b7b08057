import { formatDate } from '../../i18n/dates.ts';
import { fill, type Lang } from '../../i18n/dictionary.ts';
import { texText } from '../../render/tex-text.ts';
import { paperUrl, topicUrl } from '../../render/urls.ts';
import { markedParts, type MarkedPart } from './marked-parts.ts';
import { search } from '../../i18n/search.ts';
import type { PagefindResultData } from './pagefind-types.ts';
import type { ResultFacts } from './result-facts.ts';

/** Built from text nodes alone: what the index holds came from outside. */
function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The first three and the last, as on every row. */
function shortAuthors(all: string): string {
  const names = all.split(', ');
  return names.length <= 4
    ? all
    : `${names.slice(0, 3).join(', ')} … ${names.at(-1) ?? ''} + ${names.length - 4}`;
}

const plain = (source: string): string =>
  texText(source, 0, source.length)
    .map((piece) => piece.text)
    .join('');

const partNodes = (parts: MarkedPart[]): (Node | string)[] =>
  parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));

/** Marks the words of a title that the reader typed. */
export function markWords(title: string, words: readonly string[]): MarkedPart[] {
  const wanted = words
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return [{ text: title, marked: false }];
  return title
    .split(new RegExp(`(${wanted.join('|')})`, 'iu'))
    .map((text, i) => ({ text, marked: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** Where the words stand in the opening of the abstract; the opening itself when they stand further on. */
const passage = ({ excerpt, content }: PagefindResultData, words: readonly string[]) =>
  excerpt.includes('<mark>') ? markedParts(excerpt) : markWords(content, words);

export interface FoundRowContext {
  base: string;
  lang: Lang;
  topicNames: ReadonlyMap<string, string>;
  words: readonly string[];
}

/** One result as a row like those of the listing pages. */
export function foundRow(
  data: PagefindResultData & ResultFacts,
  context: FoundRowContext,
): HTMLLIElement {
  const { base, lang, topicNames, words } = context;
  const id = data.meta['id'] ?? '';
  const day = data.meta['day'] ?? '';
  const topics = (data.meta['topics'] ?? '').split(' ').filter((topic) => topicNames.has(topic));
  const title = plain(data.meta['title'] ?? id);
  const parts = [
    element(
      'h3',
      { lang: 'en' },
      element('a', { href: paperUrl(base, id) }, ...partNodes(markWords(title, words))),
    ),
    element('p', { class: 'by' }, shortAuthors(data.meta['authors'] ?? '')),
    element(
      'p',
      { class: 'tags' },
      element('time', { datetime: day }, day === '' ? '' : formatDate(lang, day, 'long')),
      ...(data.venue === undefined ? [] : [element('b', { class: 'venue' }, data.venue)]),
      ...(data.cited === undefined
        ? []
        : [element('span', {}, fill(search[lang].searchCited, { n: data.cited }))]),
      ...topics.map((topic) =>
        element('a', { href: topicUrl(base, topic) }, topicNames.get(topic) ?? topic),
      ),
    ),
    element('p', { class: 'abs', lang: 'en' }, ...partNodes(passage(data, words)), '…'),
  ];
  return element('li', { class: 'row', id }, element('div', {}, ...parts));
}
