import type { Label } from '../i18n/dictionary.ts';

/** The words with which an archive page, written in English, is shown in Chinese. */
export interface ReaderWords {
  base: string;
  labels: Record<string, Label>;
  /** Labels of links in masthead and footer, by their path below the base, where the label is not named as the path. */
  paths: Record<string, string>;
  /** Names by id, of topics (`data-topic`), facets (`data-facet`), and of layers and the site itself (`data-name`). */
  names: Record<'topic' | 'facet' | 'name', Record<string, string>>;
  dates: Record<string, Intl.DateTimeFormatOptions>;
}

/**
 * Runs in the head, before anything is painted: theme, density and language as the reader chose them. Sent as the text
 * of this one function, so it imports nothing at run time.
 *
 * Pages that exist once are swapped while they are parsed, element by element, so no English word is ever painted and
 * nothing moves. A reader who chose Chinese and opens an English front page is sent to its Chinese sister.
 */
export function boot(words: ReaderWords): void {
  const root = document.documentElement;
  const stored = (key: string): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is forbidden: the page as it is
    }
  };
  for (const key of ['theme', 'density', 'read']) {
    const value = stored(key);
    if (value !== null) root.setAttribute(`data-${key}`, value);
  }

  // A list that the address or the reader wants otherwise is kept out of sight until it is so: see `start-sift.ts`.
  const asks = /[?&](q|without|topic|facet|category|venue|code|order|group)=./.test(
    location.search,
  );
  if (asks || stored('group') !== null) root.dataset['filtering'] = asks ? 'asked' : 'grouped';

  // Which of a page's authors an address names is known at the end of the page: until then none is in sight.
  if (location.hash.length > 1) {
    root.dataset['names'] = '';
    addEventListener('load', () => requestAnimationFrame(() => delete root.dataset['names']));
  }

  const chosen = stored('lang');
  if (root.dataset['page'] === 'both') {
    const tag = { en: 'en', zh: 'zh-CN' }[chosen ?? ''];
    const other = document.querySelector<HTMLLinkElement>(`link[hreflang="${tag}"]`);
    if (other && root.lang !== tag)
      location.replace(new URL(other.href).pathname + location.search + location.hash);
    return;
  }
  const wants = chosen ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  if (root.dataset['page'] !== 'once' || wants !== 'zh') return;

  root.lang = 'zh-CN';
  const fill = (key: string, values: string | undefined): string | null => {
    const found = words.labels[key];
    if (found === undefined) return null;
    const given: Record<string, string | number> = JSON.parse(values ?? '{}');
    const sentence = typeof found === 'string' ? found : found[1];
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = given[name];
      return value === undefined ? whole : value.toLocaleString('zh-CN');
    });
  };
  const wordsOf = (element: HTMLElement): string | null => {
    const { t, v, f, lang } = element.dataset;
    const href = element.getAttribute('href') ?? '';
    const path = /^(?:zh\/)?(.*?)\/?$/.exec(href.slice(words.base.length))?.[1] ?? '';
    const label = element.matches('.nav a,.foot a') ? (words.paths[path] ?? path) : t;
    if (label !== undefined) return fill(label, v);
    const day = element.getAttribute('datetime') ?? '';
    if (f !== undefined || day.length === 10) {
      const style = { ...words.dates[f ?? 'long'], timeZone: 'UTC' };
      return new Intl.DateTimeFormat('zh-CN', style).format(new Date(day));
    }
    const [, topic] = /\/topics\/([^/]+)\/$/.exec(href) ?? [];
    for (const kind of ['topic', 'facet', 'name'] as const) {
      const id = element.dataset[kind] ?? (kind === 'topic' ? topic : undefined);
      if (id !== undefined) return words.names[kind][id] ?? null;
    }
    return lang === undefined ? null : 'EN';
  };
  const fronts = ':is(.mark,.nav a,.foot a,[data-front]):not([data-once])';
  const swap = (element: HTMLElement): void => {
    const text = wordsOf(element);
    // The parser may bring an element before its words, or its words in pieces: it is looked at again then.
    if (text !== null && element.textContent !== text) {
      element.textContent = text;
      element.lang = 'zh-CN';
    }
    const { l, v, lang } = element.dataset;
    if (l !== undefined) element.ariaLabel = fill(l, v) ?? element.ariaLabel;
    const href = element.getAttribute('href') ?? '';
    const chinese = `${words.base}zh/`;
    if (element.matches(fronts) && !href.startsWith(chinese))
      element.setAttribute('href', chinese + href.slice(words.base.length));
    if (lang !== undefined) element.lang = element.dataset['lang'] = 'en';
    if (text === null && element.matches('h3, .abs, .paper')) element.lang = 'en';
  };
  const marked =
    `${fronts},` +
    '[data-t],[data-l],[data-topic],[data-facet],[data-name],[data-f],[data-lang],time,:is(.tags,.why) a,h3,.abs,.paper';
  const look = (node: Node): void => {
    if (!(node instanceof HTMLElement)) {
      if (node.parentElement?.matches(marked)) swap(node.parentElement);
      return;
    }
    if (node.matches(marked)) swap(node);
    for (const inner of node.querySelectorAll<HTMLElement>(marked)) swap(inner);
  };
  document.addEventListener('DOMContentLoaded', () => {
    const heading = document.querySelector<HTMLElement>('main h1:not(.paper h1)');
    const [title = ''] = document.title.split(/ · (?!.* · )/);
    const site = words.names.name['site'] ?? document.querySelector('.mark')?.textContent.trim();
    document.title = [heading?.textContent.trim() ?? title, site].join(' · ');
  });
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Text) look(target);
      addedNodes.forEach(look);
    }
  }).observe(root, { childList: true, characterData: true, subtree: true });
}
