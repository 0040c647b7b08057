import { paperUrl } from '../../render/urls.ts';
import { paperPage } from '../paper-pages.ts';
import type { PagefindModule } from './pagefind-types.ts';
import { openSearchEngine, type Period, type SearchEngine } from './search-engine.ts';

const isPagefind = (value: unknown): value is PagefindModule =>
  typeof value === 'object' && value !== null && 'createInstance' in value;

const isPeriods = (value: unknown): value is Period[] =>
  Array.isArray(value) &&
  value.every((p: unknown) => typeof p === 'object' && p !== null && 'id' in p);

/**
 * Loads what the first search needs from the site itself.
 * @param base the site's base path
 * @throws when the index is not there or cannot be reached
 */
export function loadSearchEngine(base: string): Promise<SearchEngine> {
  const root = `${base}search-index/`;
  return openSearchEngine({
    root,
    base,
    async load(url) {
      const module: unknown = await import(/* @vite-ignore */ url);
      if (!isPagefind(module)) throw new Error(`${url} is not Pagefind`);
      return module;
    },
    async periods() {
      const answer = await fetch(`${root}periods.json`);
      if (!answer.ok) throw new Error(`[GET] "${root}periods.json": ${answer.status}`);
      const value: unknown = await answer.json();
      if (!isPeriods(value)) throw new Error(`${root}periods.json does not list periods`);
      return value;
    },
    pageText: (id) =>
      paperPage(paperUrl(base, id)).then(
        (page) => page.querySelector('.paper')?.textContent ?? null,
        () => null,
      ),
  });
}
