import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfJson, joinFacts, type Facts } from './facts.ts';
import {
  DIMENSIONS,
  filterQuery,
  isFiltering,
  NO_FILTER,
  readFilterState,
  toggleValue,
  type FilterState,
} from './filter-state.ts';
import { anyPhrase, wholeForms } from './phrases.ts';
import { sift } from './sift.ts';

const paper = (id: string, given: Partial<Facts> = {}): Facts => ({
  id,
  topic: [],
  facet: [],
  category: ['cs.RO'],
  venue: [],
  code: [],
  text: '',
  citations: null,
  ...given,
});

const value = fc.constantFrom('a', 'b', 'g/a', 'g/b', 'h/a');
const stateOf = fc.record({
  chosen: fc.record({
    topic: fc.uniqueArray(value),
    facet: fc.uniqueArray(value),
    category: fc.uniqueArray(value),
    venue: fc.uniqueArray(value),
    code: fc.constantFrom([], ['yes']),
  }),
  q: fc.constantFrom('', 'hand', 'soft hand, leg', '"a, b"'),
  without: fc.constantFrom('', 'drone'),
  order: fc.constantFrom('newest', 'citations'),
  grouped: fc.constantFrom(null, true, false),
}) as fc.Arbitrary<FilterState>;
const facts: fc.Arbitrary<Facts> = fc.record({
  id: fc.uuid(),
  topic: fc.uniqueArray(value),
  facet: fc.uniqueArray(fc.constantFrom('g/a', 'g/b', 'h/a')),
  category: fc.uniqueArray(value),
  venue: fc.uniqueArray(value),
  code: fc.constantFrom([], ['yes']),
  text: fc.constantFrom('', 'A soft hand', 'legs and drones'),
  citations: fc.constant(null),
});

describe('the state of a filter', () => {
  it('comes back from its own address', () => {
    fc.assert(
      fc.property(stateOf, (state) => {
        expect(readFilterState(new URLSearchParams(filterQuery(state)))).toEqual(state);
      }),
    );
  });

  it('takes any address, and is empty without one', () => {
    expect(readFilterState(new URLSearchParams(''))).toEqual(NO_FILTER);
    fc.assert(
      fc.property(fc.string(), (query) => {
        const { order } = readFilterState(new URLSearchParams(query));
        expect(['newest', 'citations']).toContain(order);
      }),
    );
  });

  it('takes a value in and out again', () => {
    const on = toggleValue(NO_FILTER, 'topic', 'vla');
    expect(isFiltering(on)).toBe(true);
    expect(toggleValue(on, 'topic', 'vla')).toEqual(NO_FILTER);
  });
});

describe('words', () => {
  it.each([
    ['grasp', 'On Grasping things'],
    ['pick and place', 'A pick-and-place robot'],
    ['policies', 'one policy'],
    ['hand, leg', 'a leg'],
    ['VLA', 'vla models'],
    ['灵巧', '灵巧手'],
  ])('%j are found in %j', (typed, text) => {
    expect(anyPhrase(typed)?.(text)).toBe(true);
  });

  it.each([
    ['rasp', 'On grasping'],
    ['hand soft', 'a soft hand'],
    ['hand', 'beforehand'],
  ])('%j are not found in %j', (typed, text) => {
    expect(anyPhrase(typed)?.(text)).toBe(false);
  });

  it('that say nothing ask for nothing', () => {
    for (const typed of ['', ' , ', '""', '…']) expect(anyPhrase(typed)).toBeNull();
  });

  it('become whole words for config.yaml, as the texts have them', () => {
    expect(wholeForms('grasp, skin', ['Grasping grasps', 'grasping', 'a grasp'])).toEqual([
      'grasp',
      'grasping',
      'skin',
    ]);
  });
});

describe('sift', () => {
  const papers = [
    paper('1', { topic: ['vla'], facet: ['robot/arm', 'sim/isaac'], code: ['yes'] }),
    paper('2', { topic: ['vla', 'hand'], facet: ['robot/hand'], text: 'tactile hand' }),
    paper('3', { topic: ['hand'], facet: ['robot/arm'], venue: ['CoRL'] }),
  ];
  const shown = (change: (state: FilterState) => FilterState) => [
    ...sift(papers, change(NO_FILTER)).fits,
  ];

  it('keeps papers with one of the values of each dimension', () => {
    expect(shown((s) => toggleValue(s, 'topic', 'vla'))).toEqual(['1', '2']);
    expect(shown((s) => toggleValue(toggleValue(s, 'topic', 'vla'), 'code', 'yes'))).toEqual(['1']);
  });

  it('takes facets of one group as alternatives, of two groups together', () => {
    const arm = (s: FilterState) => toggleValue(s, 'facet', 'robot/arm');
    expect(shown((s) => toggleValue(arm(s), 'facet', 'robot/hand'))).toHaveLength(3);
    expect(shown((s) => toggleValue(arm(s), 'facet', 'sim/isaac'))).toEqual(['1']);
  });

  it('keeps words in and out', () => {
    expect(shown((s) => ({ ...s, q: 'tactile' }))).toEqual(['2']);
    expect(shown((s) => ({ ...s, without: 'tactile' }))).toEqual(['1', '3']);
  });

  it('counts what a further choice would show', () => {
    const { counts } = sift(papers, toggleValue(NO_FILTER, 'topic', 'vla'));
    expect(counts.topic.get('hand')).toBe(2); // an alternative to what is chosen
    expect(counts.facet.get('robot/arm')).toBe(1);
    expect(counts.venue.get('CoRL')).toBe(0); // stays on offer, and says that nothing is left
  });

  it('shows for a value chosen alone in its dimension what its count said', () => {
    fc.assert(
      fc.property(fc.array(facts), stateOf, (list, given) => {
        for (const name of DIMENSIONS) {
          const state = { ...given, chosen: { ...given.chosen, [name]: [] } };
          const { counts } = sift(list, state);
          for (const [one, count] of counts[name])
            expect(sift(list, toggleValue(state, name, one)).fits.size).toBe(count);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('facts of the JSON', () => {
  it('are read from a whole record and from a brief one', () => {
    expect(
      factsOfJson({
        id: '2611.1',
        title: 'T',
        abstract: 'A',
        authors: [{ name: 'Mei' }],
        topics: [{ topic: 'vla' }],
        facets: [{ group: 'robot', id: 'arm' }],
        categories: ['cs.RO', 'cs.AI'],
        venue: { name: 'CoRL', year: 2026 },
        links: [{ kind: 'code', url: 'https://x.org' }],
        citations: { count: 3 },
      }),
    ).toEqual({
      id: '2611.1',
      topic: ['vla'],
      facet: ['robot/arm'],
      category: ['cs.RO', 'cs.AI'],
      venue: ['CoRL'],
      code: ['yes'],
      text: 'T\nA\nMei',
      citations: 3,
    });
    expect(
      factsOfJson({ id: '2611.1', primary_category: 'cs.RO', topics: ['vla'], code: null }),
    ).toMatchObject({ topic: ['vla'], category: ['cs.RO'], code: [], citations: null });
  });

  it('take any value without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        factsOfJson(any);
      }),
    );
    expect(factsOfJson([])).toBeNull();
  });

  it('of two files are joined to what both know', () => {
    const brief = paper('1', { citations: 2, text: 'short' });
    const long = paper('1', { text: 'a long text', topic: ['vla'] });
    expect(joinFacts(brief, long)).toEqual(joinFacts(long, brief));
    expect(joinFacts(brief, long)).toMatchObject({ citations: 2, text: 'a long text' });
  });
});
