import { paperUrl } from '../../render/urls.ts';
import { paperPage } from '../paper-pages.ts';
import type { PagefindModule } from './pagefind-types.ts';
import { isPeriodFacts } from './result-facts.ts';
import type { PeriodFacts } from '../../search/period-facts.ts';
import { openSearchEngine, type Period, type SearchEngine } from './search-engine.ts';

const isPagefind = (value: unknown): value is PagefindModule =>
  typeof value === 'object' && value !== null && 'createInstance' in value;

const isPeriods = (value: unknown): value is Period[] =>
  Array.isArray(value) &&
  value.every((p: unknown) => typeof p === 'object' && p !== null && 'id' in p);

async function readJson(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`[GET] "${url}": ${answer.status}`);
  return answer.json();
}

async function readFacts(url: string): Promise<PeriodFacts> {
  const value = await readJson(url);
  if (!isPeriodFacts(value)) throw new Error(`${url} holds no facts of papers`);
  return value;
}

/**
 * Loads what the first search needs from the site itself.
 * @param base the site's base path
 * @throws when the index is not there or cannot be reached
 */
export function loadSearchEngine(base: string): Promise<SearchEngine> {
  const root = `${base}search-index/`;
  const known = new Map<string, Promise<PeriodFacts>>();
  return openSearchEngine({
    root,
    base,
    async load(url) {
      const module: unknown = await import(/* @vite-ignore */ url);
      if (!isPagefind(module)) throw new Error(`${url} is not Pagefind`);
      return module;
    },
    async periods() {
      const value = await readJson(`${root}periods.json`);
      if (!isPeriods(value)) throw new Error(`${root}periods.json does not list periods`);
      return value;
    },
    facts(period) {
      const asked = known.get(period) ?? readFacts(`${root}${period}/facts.json`);
      known.set(period, asked);
      asked.catch(() => known.delete(period));
      return asked;
    },
    pageText: (id) =>
      paperPage(paperUrl(base, id)).then(
        (page) => page.querySelector('.paper')?.textContent ?? null,
        () => null,
      ),
  });
}
