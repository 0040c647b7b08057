/**
 * Searches the whole archive, newest period first: the first results need only the newest index, and older ones are
 * merged while there are few results or when the reader asks for more.
 */
import type {
  PagefindInstance,
  PagefindModule,
  PagefindQuery,
  PagefindResult,
} from './pagefind-types.ts';

export interface Period {
  id: string;
  from: string;
  to: string;
  papers: number;
}

export interface SearchAnswer {
  query: string;
  results: PagefindResult[];
  /** Counts per filter value among the results. */
  counts: Record<string, Record<string, number>>;
  /** The oldest day that was searched. */
  searchedFrom: string;
  /** Papers in periods not searched yet. */
  unsearched: number;
}

export interface SearchEngine {
  /** Papers and first day of the whole archive. */
  readonly papers: number;
  readonly from: string;
  /** Merges older periods until `enough` results are found; calls `onAnswer` after each step. */
  search(
    query: string,
    options: PagefindQuery & { enough: number },
    onAnswer: (answer: SearchAnswer) => void,
  ): Promise<void>;
}

export interface EngineEffects {
  /** `…/search-index/` with the site's base path, on this origin. */
  root: string;
  /** The site's base path, `/` or `/repo/`. */
  base: string;
  load(url: string): Promise<PagefindModule>;
  periods(): Promise<Period[]>;
}

/**
 * @throws Error when the index cannot be loaded (offline, or a site built without papers).
 */
export async function openSearchEngine(effects: EngineEffects): Promise<SearchEngine> {
  const periods = await effects.periods();
  const newest = periods[0];
  if (!newest) throw new Error('This archive holds no papers yet');
  const module = await effects.load(`${effects.root}${newest.id}/pagefind.js`);
  const instance: PagefindInstance = module.createInstance({
    basePath: `${effects.root}${newest.id}/`,
    baseUrl: effects.base,
    language: 'en',
    excerptLength: 34,
    metaCacheTag: `${newest.to}-${newest.papers}`,
  });
  await instance.init();
  let merged = 1;
  let merging: Promise<void> = Promise.resolve();
  let latest = 0;

  const mergeNext = async (before: Promise<void>, count: number): Promise<void> => {
    await before.catch(() => undefined);
    for (const period of periods.slice(merged, count)) {
      await instance.mergeIndex(`${effects.root}${period.id}/`, {
        language: 'en',
        metaCacheTag: `${period.to}-${period.papers}`,
      });
      merged += 1;
    }
  };
  /** One at a time, so that overlapping queries merge no period twice; a failed one is tried again by the next. */
  const mergeUpTo = (count: number): Promise<void> => (merging = mergeNext(merging, count));

  return {
    papers: periods.reduce((sum, p) => sum + p.papers, 0),
    from: periods.at(-1)?.from ?? newest.from,
    async search(query, { enough, ...options }, onAnswer) {
      const turn = (latest += 1);
      for (;;) {
        const answer = await instance.search(query === '' ? null : query, options);
        if (turn !== latest) return;
        onAnswer({
          query,
          results: answer.results,
          counts: answer.filters,
          searchedFrom: periods[merged - 1]?.from ?? newest.from,
          unsearched: periods.slice(merged).reduce((sum, p) => sum + p.papers, 0),
        });
        if (answer.results.length >= enough || merged >= periods.length) return;
        await mergeUpTo(merged + 1);
        if (turn !== latest) return;
      }
    },
  };
}
