import { describe, expect, it } from 'vitest';
import type { PeriodFacts } from '../../search/period-facts.ts';
import { markedParts } from './marked-parts.ts';
import type { PagefindModule } from './pagefind-types.ts';
import {
  openSearchEngine,
  type Period,
  type SearchAnswer,
  type SearchRequest,
} from './search-engine.ts';

const periods: Period[] = [
  { id: '2026-11-02', from: '2026-11-02', to: '2026-11-23', papers: 900 },
  { id: '2026-09-01', from: '2026-09-01', to: '2026-10-30', papers: 1_600 },
  { id: '2026-01-02', from: '2026-01-02', to: '2026-08-31', papers: 8_100 },
];

/** A Pagefind whose periods each hold so many papers that match. */
function pagefindWith(
  matches: Record<string, number>,
  words: ReadonlyMap<string, string> = new Map(),
): {
  module: PagefindModule;
  merged: string[];
  weights: number[];
} {
  const weights: number[] = [];
  const merged: string[] = [];
  const idOf = (path: string): string => path.split('/').at(-2) ?? '';
  return {
    merged,
    weights,
    module: {
      createInstance: ({ basePath }) => {
        const found = [idOf(basePath)];
        return {
          init: async () => {},
          mergeIndex: async (path, options) => {
            merged.push(idOf(path));
            weights.push(options?.indexWeight ?? 1);
            found.push(idOf(path));
          },
          preload: async () => {},
          search: async (query) => ({
            filters: {},
            results: found.flatMap((p) =>
              Array.from({ length: matches[p] ?? 0 }, (_, i) => ({
                id: `${p}/${i}`,
                score: 1,
                data: async () => ({
                  url: '',
                  content: '',
                  excerpt: `<mark>${words.get(query ?? '') ?? query ?? ''}</mark>`,
                  meta: {},
                }),
              })),
            ),
          }),
        };
      },
    },
  };
}
const engineOf = async (
  matches: Record<string, number>,
  list = periods,
  words?: ReadonlyMap<string, string>,
  facts: Record<string, PeriodFacts> = {},
) => {
  const { module, merged, weights } = pagefindWith(matches, words);
  const engine = await openSearchEngine({
    root: '/base/search-index/',
    base: '/base/',
    load: async () => module,
    periods: async () => list,
    pageText: async () => '',
    facts: async (id) => facts[id] ?? { cited: {}, venues: {} },
  });
  return { engine, merged, weights };
};

const ask = (query: string, order: SearchRequest['order'] = 'best'): SearchRequest => ({
  query,
  order,
  filters: {},
  enough: 20,
});

/** A search over instances of Pagefind that a test makes. */
const engineOver = (createInstance: PagefindModule['createInstance']) =>
  openSearchEngine({
    root: '/base/search-index/',
    base: '/base/',
    load: async () => ({ createInstance }),
    periods: async () => periods,
    pageText: async () => '',
    facts: async () => ({ cited: {}, venues: {} }),
  });

describe('searching the archive', () => {
  it('stops at the newest period when it has enough', async () => {
    const { engine, merged } = await engineOf({ '2026-11-02': 30 });
    const answers: SearchAnswer[] = [];
    await engine.search(ask('hands'), (a) => answers.push(a));
    expect(merged).toEqual([]);
    expect(answers.map((a) => [a.results.length, a.unsearched])).toEqual([[30, 9_700]]);
  });

  it('goes back period by period while there are few, and says how far it has looked', async () => {
    const { engine, merged } = await engineOf({
      '2026-11-02': 1,
      '2026-09-01': 2,
      '2026-01-02': 3,
    });
    const answers: SearchAnswer[] = [];
    await engine.search(ask('rare'), (a) => answers.push(a));
    expect(merged).toEqual(['2026-09-01', '2026-01-02']);
    expect(answers.map((a) => a.results.length)).toEqual([1, 3, 6]);
    expect(answers.at(-1)).toMatchObject({ unsearched: 0, searchedFrom: '2026-01-02' });
  });

  const facts: Record<string, PeriodFacts> = {
    '2026-11-02': { cited: { '2026-11-02/1': 2 }, venues: { CoRL: ['2026-11-02/0'] } },
    '2026-01-02': {
      cited: { '2026-01-02/0': 9, '2026-01-02/2': 2 },
      venues: { CoRL: ['2026-01-02/2'], ICRA: ['2026-01-02/0'] },
    },
  };

  it('keeps the papers of a venue, and looks further back for them', async () => {
    const found = { '2026-11-02': 30, '2026-01-02': 3 };
    const { engine, merged } = await engineOf(found, periods, undefined, facts);
    const answers: SearchAnswer[] = [];
    await engine.search({ ...ask('hands'), venue: 'CoRL' }, (a) => answers.push(a));
    expect(merged).toEqual(['2026-09-01', '2026-01-02']);
    expect(answers.at(-1)?.results.map(({ id }) => id)).toEqual(['2026-11-02/0', '2026-01-02/2']);
  });

  it('puts the newest first where no words are asked for', async () => {
    const { engine, weights } = await engineOf({ '2026-11-02': 1 });
    await engine.search(ask(''), () => {});
    expect(weights).toEqual([1e-6, 1e-12]);
  });

  it('looks through the whole archive before it says who is cited most', async () => {
    const found = { '2026-11-02': 30, '2026-01-02': 3 };
    const { engine, merged } = await engineOf(found, periods, undefined, facts);
    const answers: SearchAnswer[] = [];
    await engine.search(ask('hands', 'citations'), (a) => answers.push(a));
    expect(merged).toEqual(['2026-09-01', '2026-01-02']);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.results.slice(0, 4).map(({ id }) => id)).toEqual([
      '2026-01-02/0',
      '2026-11-02/1',
      '2026-01-02/2',
      '2026-11-02/0',
    ]);
    expect(answers[0]).toMatchObject({ unsearched: 0, searchedFrom: '2026-01-02' });
  });

  it('drops the answers of a query that was typed over', async () => {
    const { engine } = await engineOf({});
    const heard: string[] = [];
    await Promise.all([
      engine.search(ask('ha'), (a) => heard.push(a.request.query)),
      engine.search(ask('hands'), (a) => heard.push(a.request.query)),
    ]);
    expect(new Set(heard)).toEqual(new Set(['hands']));
  });

  it('merges no period twice when queries overlap', async () => {
    const { engine, merged } = await engineOf({});
    await Promise.all(['a', 'b', 'c'].map((q) => engine.search(ask(q), () => {})));
    expect(merged).toEqual(['2026-09-01', '2026-01-02']);
  });

  it('begins anew after an index that could not be loaded', async () => {
    const { module } = pagefindWith({ '2026-11-02': 30 });
    let made = 0;
    const engine = await engineOver((options) => {
      const instance = module.createInstance(options);
      made += 1;
      const init = made === 1 ? () => Promise.reject(new Error('offline')) : instance.init;
      return { ...instance, init };
    });
    const found: number[] = [];
    const search = () => engine.search(ask('hands'), (a) => found.push(a.results.length));
    await expect(search()).rejects.toThrow('offline');
    await search();
    expect(found).toEqual([30]);
  });

  it('asks twice for the parts of an index that a search needs', async () => {
    const { module } = pagefindWith({ '2026-11-02': 30 });
    const calls: string[] = [];
    const engine = await engineOver((options) => {
      const instance = module.createInstance(options);
      const noted =
        <A extends unknown[], R>(name: string, call: (...given: A) => R) =>
        (...given: A): R => {
          calls.push(name);
          return call(...given);
        };
      return {
        ...instance,
        preload: noted('preload', instance.preload),
        search: noted('search', instance.search),
      };
    });
    await engine.search(ask('hands'), () => {});
    expect(calls).toEqual(['preload', 'search']);
  });

  it('keeps newer periods first when the order is by day', async () => {
    const { engine, weights } = await engineOf({});
    await engine.search(ask('hands', 'newest'), () => {});
    expect(weights).toEqual([1e-6, 1e-6 ** 2]);
  });

  it('takes nothing for an answer that is about another word', async () => {
    const { engine } = await engineOf({ '2026-11-02': 30 }, periods, new Map([['xylophone', 'x']]));
    const found: number[] = [];
    await engine.search(ask('xylophone'), (a) => found.push(a.results.length));
    expect(new Set(found)).toEqual(new Set([0]));
  });

  it('leaves out what has unwanted words', async () => {
    const { engine } = await engineOf({ '2026-11-02': 30 });
    const found: number[] = [];
    await engine.search({ ...ask('hands'), without: ['skin'] }, (a) =>
      found.push(a.results.length),
    );
    expect(found).toEqual([0, 0, 0]); // every paper of this index has every word
  });

  it('says so when the archive is empty', async () => {
    await expect(engineOf({}, [])).rejects.toThrow(/no papers yet/);
  });
});

describe('excerpts', () => {
  it('become text with marks, and nothing of them becomes HTML', () => {
    expect(markedParts('a &lt;b&gt; <mark>hand</mark> <img src=x> &amp;lt;')).toEqual([
      { text: 'a <b> ', marked: false },
      { text: 'hand', marked: true },
      { text: ' <img src=x> &lt;', marked: false },
    ]);
  });
});
