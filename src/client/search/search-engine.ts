/**
 * Searches the whole archive, newest period first: the first results need only the newest index, and older ones are
 * merged while there are few results or when the reader asks for more.
 */
import { segmentQuery } from '../../search/chinese-words.ts';
import { hasWords, type PageText } from './has-words.ts';
import type {
  PagefindInstance,
  PagefindModule,
  PagefindRanking,
  PagefindResult,
} from './pagefind-types.ts';

export interface Period {
  id: string;
  from: string;
  to: string;
  papers: number;
}

export type SearchOrder = 'best' | 'newest';

export interface SearchRequest {
  query: string;
  order: SearchOrder;
  filters: Record<string, string>;
  /** Papers that have one of these phrases are left out. */
  without?: readonly string[];
  /** Older periods are merged until so many results are found. */
  enough: number;
}

export interface SearchAnswer {
  request: SearchRequest;
  results: PagefindResult[];
  /** The oldest day that was searched. */
  searchedFrom: string;
  /** Papers in periods not searched yet. */
  unsearched: number;
}

export interface SearchEngine {
  /** Papers and first day of the whole archive. */
  readonly papers: number;
  readonly from: string;
  /** Calls `onAnswer` after each period that was added, until there are enough results or no more periods. */
  search(request: SearchRequest, onAnswer: (answer: SearchAnswer) => void): Promise<void>;
}

export interface EngineEffects {
  /** `…/search-index/` with the site's base path, on this origin. */
  root: string;
  /** The site's base path, `/` or `/repo/`. */
  base: string;
  load(url: string): Promise<PagefindModule>;
  periods(): Promise<Period[]>;
  pageText: PageText;
}

/** A word in the title says most; ids, days and topic ids are no words. */
const RANKING: PagefindRanking = {
  metaWeights: { title: 6, authors: 3, words: 1, id: 0, day: 0, topics: 0 },
};

/** Pagefind scores a sorted result by its rank within its index: these weights keep newer periods before older ones. */
const RANK_STEP = 1e-6;

/** One order of results over a growing number of periods. */
class Merged {
  private readonly instance: PagefindInstance;
  private readonly root: string;
  private readonly periods: readonly Period[];
  private readonly order: SearchOrder;
  private readonly pageText: PageText;
  private merging: Promise<void>;
  count = 1;

  constructor(
    module: PagefindModule,
    { root, base, pageText }: EngineEffects,
    periods: readonly Period[],
    order: SearchOrder,
  ) {
    const newest = periods[0];
    this.root = root;
    this.pageText = pageText;
    this.periods = periods;
    this.order = order;
    this.instance = module.createInstance({
      basePath: `${root}${newest?.id ?? ''}/`,
      baseUrl: base,
      language: 'en',
      excerptLength: 34,
      ranking: RANKING,
      metaCacheTag: `${newest?.to ?? ''}-${newest?.papers ?? 0}`,
    });
    this.merging = this.instance.init();
  }

  async find({ query, filters, without = [] }: SearchRequest): Promise<PagefindResult[]> {
    await this.merging;
    const sort = this.order === 'newest' ? { sort: { day: 'desc' as const } } : {};
    const answer = await this.instance.search(query === '' ? null : query, { filters, ...sort });
    const results = (await hasWords(answer.results[0], query, this.pageText)) ? answer.results : [];
    if (results.length === 0 || without.length === 0) return results;
    const unwanted = await Promise.all(without.map((phrase) => this.holding(phrase, filters)));
    const gone = new Set(unwanted.flat());
    return results.filter(({ id }) => !gone.has(id));
  }

  /** Ids of the papers that have a phrase. */
  private async holding(phrase: string, filters: SearchRequest['filters']): Promise<string[]> {
    const query = segmentQuery(`"${phrase.replaceAll('"', ' ')}"`);
    const { results } = await this.instance.search(query, { filters });
    return (await hasWords(results[0], query, this.pageText)) ? results.map(({ id }) => id) : [];
  }

  /** One at a time, so that overlapping queries merge no period twice; a failed one is tried again by the next. */
  upTo(count: number): Promise<void> {
    this.merging = this.mergeAfter(this.merging, count);
    return this.merging;
  }

  private async mergeAfter(before: Promise<void>, count: number): Promise<void> {
    await before.catch(() => undefined);
    for (const period of this.periods.slice(this.count, count)) {
      await this.instance.mergeIndex(`${this.root}${period.id}/`, {
        language: 'en',
        ranking: RANKING,
        metaCacheTag: `${period.to}-${period.papers}`,
        ...(this.order === 'newest' ? { indexWeight: RANK_STEP ** this.count } : {}),
      });
      this.count += 1;
    }
  }
}

/**
 * @throws Error when the index cannot be loaded (offline, or a site built without papers).
 */
export async function openSearchEngine(effects: EngineEffects): Promise<SearchEngine> {
  const periods = await effects.periods();
  const newest = periods[0];
  if (!newest) throw new Error('This archive holds no papers yet');
  const module = await effects.load(`${effects.root}${newest.id}/pagefind.js`);
  const orders = new Map<SearchOrder, Merged>();
  const inOrder = (order: SearchOrder): Merged => {
    const known = orders.get(order) ?? new Merged(module, effects, periods, order);
    orders.set(order, known);
    return known;
  };
  let latest = 0;

  return {
    papers: periods.reduce((sum, p) => sum + p.papers, 0),
    from: periods.at(-1)?.from ?? newest.from,
    async search(request, onAnswer) {
      const turn = (latest += 1);
      const merged = inOrder(request.order);
      for (;;) {
        const searched = merged.count;
        const results = await merged.find(request);
        if (turn !== latest) return;
        onAnswer({
          request,
          results,
          searchedFrom: periods[searched - 1]?.from ?? newest.from,
          unsearched: periods.slice(searched).reduce((sum, p) => sum + p.papers, 0),
        });
        if (results.length >= request.enough || searched >= periods.length) return;
        await merged.upTo(searched + 1);
        if (turn !== latest) return;
      }
    },
  };
}
