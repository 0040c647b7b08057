/**
 * Searches the whole archive, newest period first: the first results need only the newest index, and older ones are
 * merged while there are few results or when the reader asks for more.
 */
import { segmentQuery } from '../../search/chinese-words.ts';
import type { PeriodFacts } from '../../search/period-facts.ts';
import { resultFacts, type ResultFacts } from './result-facts.ts';
import { hasWords, type PageText } from './has-words.ts';
import type {
  PagefindInstance,
  PagefindModule,
  PagefindQuery,
  PagefindRanking,
  PagefindResponse,
  PagefindResult,
} from './pagefind-types.ts';

export interface Period {
  id: string;
  from: string;
  to: string;
  papers: number;
}

export type SearchOrder = 'best' | 'newest' | 'citations';

export interface SearchRequest {
  query: string;
  order: SearchOrder;
  filters: Record<string, string>;
  /** Papers of this venue alone; any when empty. */
  venue?: string;
  /** Papers that have one of these phrases are left out. */
  without?: readonly string[];
  /** Older periods are merged until so many results are found. */
  enough: number;
}

export interface SearchAnswer {
  request: SearchRequest;
  results: PagefindResult[];
  /** Venues and citations by result, where the request asked for them. */
  facts: ReadonlyMap<string, ResultFacts>;
  /** The oldest day that was searched. */
  searchedFrom: string;
  /** Papers in periods not searched yet. */
  unsearched: number;
}

export interface SearchEngine {
  /** Papers and first day of the whole archive. */
  readonly papers: number;
  readonly from: string;
  /**
   * Calls `onAnswer` after each period that was added, until there are enough results or no more periods; by citations
   * once, when the whole archive was looked at, for until then nobody knows who is cited most.
   */
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
  /** What stands beside the index of a period, by its id. */
  facts(period: string): Promise<PeriodFacts>;
}

/** A word in the title says most; ids, days and topic ids are no words. */
const RANKING: PagefindRanking = {
  metaWeights: { title: 6, authors: 3, words: 1, id: 0, day: 0, topics: 0 },
};

/** Pagefind scores a sorted result by its rank within its index: these weights keep newer periods before older ones. */
const RANK_STEP = 1e-6;

/** Without words no paper matches better than another: the newest come first. */
const ordered = ({ query, order }: SearchRequest): SearchOrder =>
  query === '' && order === 'best' ? 'newest' : order;

/** The orders that Pagefind gives by itself. */
type PagefindOrder = Exclude<SearchOrder, 'citations'>;

const NO_FACTS: ReadonlyMap<string, ResultFacts> = new Map();

/** @throws when a file of facts cannot be had */
async function factsFor(
  { venue = '', order }: SearchRequest,
  merged: Merged,
  effects: EngineEffects,
): Promise<ReadonlyMap<string, ResultFacts>> {
  if (venue === '' && order !== 'citations') return NO_FACTS;
  return resultFacts(await Promise.all(merged.searched.map(({ id }) => effects.facts(id))));
}

/** Papers of the venue that is asked for; the most cited first, those cited equally as they were found. */
function arranged(
  found: PagefindResult[],
  { venue = '', order }: SearchRequest,
  facts: ReadonlyMap<string, ResultFacts>,
): PagefindResult[] {
  const there = venue === '' ? found : found.filter(({ id }) => facts.get(id)?.venue === venue);
  const cited = ({ id }: PagefindResult): number => facts.get(id)?.cited ?? 0;
  return order === 'citations' ? there.toSorted((a, b) => cited(b) - cited(a)) : there;
}

/** One order of results over a growing number of periods. */
class Merged {
  private readonly instance: PagefindInstance;
  private readonly root: string;
  private readonly periods: readonly Period[];
  private readonly order: PagefindOrder;
  private readonly pageText: PageText;
  private merging: Promise<void>;
  count = 1;

  constructor(
    module: PagefindModule,
    { root, base, pageText }: EngineEffects,
    periods: readonly Period[],
    order: PagefindOrder,
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

  /** Periods that are searched. */
  get searched(): readonly Period[] {
    return this.periods.slice(0, this.count);
  }

  /** Resolves when all periods that were asked for are merged. */
  ready(): Promise<void> {
    return this.merging;
  }

  async find({ query, filters, without = [] }: SearchRequest): Promise<PagefindResult[]> {
    const sort = this.order === 'newest' ? { sort: { day: 'desc' as const } } : {};
    const answer = await this.ask(query === '' ? null : query, { filters, ...sort });
    const results = (await hasWords(answer.results[0], query, this.pageText)) ? answer.results : [];
    if (results.length === 0 || without.length === 0) return results;
    const unwanted = await Promise.all(without.map((phrase) => this.holding(phrase, filters)));
    const gone = new Set(unwanted.flat());
    return results.filter(({ id }) => !gone.has(id));
  }

  /**
   * Pagefind searches without a part of the index that did not load, and says nothing: papers are missing then, or in
   * another order. It asks for such a part again the next time, so parts are loaded first and by the search once more.
   */
  private async ask(query: string | null, options: PagefindQuery): Promise<PagefindResponse> {
    await this.instance.preload(query, options);
    return this.instance.search(query, options);
  }

  /** Ids of the papers that have a phrase. */
  private async holding(phrase: string, filters: SearchRequest['filters']): Promise<string[]> {
    const query = segmentQuery(`"${phrase.replaceAll('"', ' ')}"`);
    const { results } = await this.ask(query, { filters });
    return (await hasWords(results[0], query, this.pageText)) ? results.map(({ id }) => id) : [];
  }

  /** One at a time, so that overlapping queries merge no period twice. */
  upTo(count: number): Promise<void> {
    this.merging = this.mergeAfter(this.merging, count);
    return this.merging;
  }

  private async mergeAfter(before: Promise<void>, count: number): Promise<void> {
    await before;
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
  const orders = new Map<PagefindOrder, Merged>();
  const inOrder = (asked: SearchOrder): Merged => {
    const order = asked === 'newest' ? 'newest' : 'best';
    const known = orders.get(order) ?? new Merged(module, effects, periods, order);
    orders.set(order, known);
    return known;
  };
  /** Pagefind keeps an index that it could not load, and fails with it for good: the next search begins anew. */
  const forget = (failed: Merged): void => {
    for (const [order, merged] of orders) if (merged === failed) orders.delete(order);
  };
  let latest = 0;

  return {
    papers: periods.reduce((sum, p) => sum + p.papers, 0),
    from: periods.at(-1)?.from ?? newest.from,
    async search(request, onAnswer) {
      const turn = (latest += 1);
      const merged = inOrder(ordered(request));
      const whole = async <T>(work: Promise<T>): Promise<T> =>
        work.catch((error: unknown) => {
          forget(merged);
          throw error;
        });
      for (;;) {
        // An overtaken query may be merging still: what is found is in all periods that are merged then.
        await whole(merged.ready());
        const searched = merged.count;
        const found = await whole(merged.find(request));
        const facts = await factsFor(request, merged, effects);
        if (turn !== latest) return;
        const results = arranged(found, request, facts);
        const last = searched >= periods.length;
        const byParts = request.order !== 'citations';
        if (last || byParts)
          onAnswer({
            request,
            results,
            facts,
            searchedFrom: periods[searched - 1]?.from ?? newest.from,
            unsearched: periods.slice(searched).reduce((sum, p) => sum + p.papers, 0),
          });
        if (last || (byParts && results.length >= request.enough)) return;
        await whole(merged.upTo(searched + 1));
        if (turn !== latest) return;
      }
    },
  };
}
