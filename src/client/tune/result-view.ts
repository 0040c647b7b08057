/** What a config changes, as elements. All text is put in as text. */
import type { Lang } from '../../i18n/dictionary.ts';
import { fill } from '../../i18n/dictionary.ts';
import { tune } from '../../i18n/tune.ts';
import type { Change, Moved, PhraseChange, TopicChange } from '../../tune/compare.ts';
import type { Compared } from './messages.ts';

/** Papers listed of each kind; the rest is counted. */
const LISTED = 50;

export interface ViewContext {
  lang: Lang;
  /** Address of a paper's page. */
  paper: (id: string) => string;
}

export function resultView(result: Compared, context: ViewContext): HTMLElement[] {
  const words = tune[context.lang];
  const { papers: n, from, to, kept, topics } = result;
  const { before, after } = kept;
  const list = make('div', 'tuned');
  list.append(
    disclosure(fill(words.tuneArchive), kept, null, [...moves(kept, context)], context.lang),
    ...topics.map((topic) => topicView(topic, context)),
  );
  const changed = [kept, ...topics].some(
    ({ gained, lost }) => gained.length > 0 || lost.length > 0,
  );
  return [
    text('p', fill(words.tuneKept, { n, from, to, before, after })),
    ...(changed ? [] : [text('p', fill(words.tuneSame))]),
    list,
  ];
}

function topicView(topic: TopicChange, context: ViewContext): HTMLElement {
  const words = tune[context.lang];
  const badge = { same: null, new: words.tuneNew, removed: words.tuneRemoved }[topic.state];
  return disclosure(
    topic.name[context.lang],
    topic,
    badge === null ? null : fill(badge),
    [...moves(topic, context), phraseTable(topic.phrases, context.lang)],
    context.lang,
  );
}

function disclosure(
  name: string,
  { after, gained, lost }: Change,
  badge: string | null,
  inside: HTMLElement[],
  lang: Lang,
): HTMLElement {
  const words = tune[lang];
  const details = make('details');
  const summary = make('summary');
  const title = text('span', name);
  if (badge !== null) title.append(' ', text('small', badge));
  summary.append(
    title,
    text('b', fill(words.tunePapers, { n: after })),
    gained.length > 0 ? text('ins', fill(words.tuneGained, { n: gained.length })) : make('i'),
    lost.length > 0 ? text('del', fill(words.tuneLost, { n: lost.length })) : make('i'),
  );
  details.append(summary, ...inside);
  return details;
}

function* moves({ gained, lost }: Change, context: ViewContext): Generator<HTMLElement> {
  const words = tune[context.lang];
  for (const [label, papers] of [
    [words.tuneIn, gained],
    [words.tuneOut, lost],
  ] as const) {
    if (papers.length === 0) continue;
    yield text('h3', fill(label));
    yield paperList(papers, context);
  }
}

function paperList(papers: readonly Moved[], { lang, paper }: ViewContext): HTMLElement {
  const words = tune[lang];
  const list = make('ul');
  for (const { id, title, phrase } of papers.slice(0, LISTED)) {
    const item = make('li');
    const link = text('a', title);
    link.setAttribute('href', paper(id));
    link.lang = 'en';
    const by = phrase === null ? words.tuneByRule : fill(words.tuneBy, { phrase });
    item.append(link, ' ', text('small', fill(by)));
    list.append(item);
  }
  const rest = papers.length - LISTED;
  if (rest > 0) list.append(text('li', fill(words.tuneRest, { n: rest })));
  return list;
}

function phraseTable(phrases: readonly PhraseChange[], lang: Lang): HTMLElement {
  const words = tune[lang];
  const place = make('div', 'tuned-phrases');
  // It scrolls sideways on a phone, by keys too.
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', fill(words.tunePhrase));
  const table = make('table');
  const head = table.createTHead().insertRow();
  for (const label of ['tunePhrase', 'tuneCount', 'tuneAlone', 'tuneMore', 'tuneLess'] as const) {
    const cell = text('th', fill(words[label]));
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const kinds = {
    include: null,
    weak_include: words.tuneWeak,
    title_include: words.tuneTitleOnly,
    exclude: words.tuneExclude,
  };
  const states = { same: null, new: words.tuneNew, removed: words.tuneRemoved };
  const body = table.createTBody();
  for (const { phrase, list, state, papers, alone, gained, lost } of phrases) {
    const row = body.insertRow();
    const name = row.insertCell();
    name.append(text('span', phrase));
    for (const mark of [kinds[list], states[state]])
      if (mark !== null) name.append(' ', text('small', fill(mark)));
    for (const [n, kind] of [
      [papers, null],
      [alone, null],
      [gained, 'ins'],
      [lost, 'del'],
    ] as const) {
      const cell = row.insertCell();
      if (kind === null || n === 0) cell.textContent = n === 0 ? '·' : n.toLocaleString('en-US');
      else cell.append(text(kind, (kind === 'ins' ? '+' : '−') + n.toLocaleString('en-US')));
    }
  }
  place.append(table);
  return place;
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  return element;
}

function text<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content: string,
): HTMLElementTagNameMap[K] {
  const element = make(name);
  element.textContent = content;
  return element;
}
