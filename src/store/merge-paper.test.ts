import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { canonicalJson } from './canonical-json.ts';
import { mergePaper, mergePapers, type Observation } from './merge-paper.ts';

const TODAY = '2026-11-24';

function observation(part: Partial<Observation> = {}): Observation {
  return {
    id: '2611.01234',
    version: 1,
    title: 'Grasping in the Dark',
    abstract: 'We grasp without light.',
    authors: [{ name: 'Ada Ng' }, { name: 'Bo Li' }],
    categories: ['cs.RO'],
    primary_category: 'cs.RO',
    submitted: '2026-11-20T10:00:00Z',
    updated: '2026-11-20T10:00:00Z',
    comment: null,
    journal_ref: null,
    doi: null,
    from: 'api',
    announced: '2026-11-23',
    announcedFrom: 'feed',
    ...part,
  };
}

function merged(...observations: Observation[]): Paper {
  let paper: Paper | undefined;
  for (const next of observations) ({ paper } = mergePaper(paper, next, TODAY));
  if (paper === undefined) throw new Error('no observation given');
  return paper;
}

const v2 = observation({ version: 2, title: 'Grasping at Night', updated: '2026-12-01T10:00:00Z' });

describe('a paper that is new', () => {
  it('becomes a record with empty history', () => {
    const { paper, change } = mergePaper(undefined, observation(), TODAY);
    expect(change).toBe('added');
    expect(paper).toEqual({
      id: '2611.01234',
      version: 1,
      title: 'Grasping in the Dark',
      abstract: 'We grasp without light.',
      authors: [{ name: 'Ada Ng' }, { name: 'Bo Li' }],
      categories: ['cs.RO'],
      primary_category: 'cs.RO',
      submitted: '2026-11-20T10:00:00Z',
      updated: '2026-11-20T10:00:00Z',
      announced: '2026-11-23',
      announced_from: 'feed',
      first_seen: TODAY,
      comment: null,
      journal_ref: null,
      doi: null,
      links: [],
      history: [],
    });
  });

  it('is refused without an announcement date', () => {
    const { announced: _announced, ...dateless } = observation();
    expect(() => mergePaper(undefined, dateless, TODAY)).toThrow(/2611\.01234.*announcement date/);
  });

  it('is refused under the id of another', () => {
    expect(() =>
      mergePaper(merged(observation()), observation({ id: '2611.09999' }), TODAY),
    ).toThrow('cannot merge 2611.09999 into 2611.01234');
  });
});

describe('versions', () => {
  it('keep the old values of the fields that the newest changed', () => {
    expect(merged(observation(), { ...v2, replacedOn: '2026-12-02' })).toMatchObject({
      version: 2,
      title: 'Grasping at Night',
      submitted: '2026-11-20T10:00:00Z',
      updated: '2026-12-01T10:00:00Z',
      history: [
        {
          version: 1,
          updated: '2026-11-20T10:00:00Z',
          replaced: '2026-12-02',
          title: 'Grasping in the Dark',
          from: 'api',
        },
      ],
    });
    expect(Object.keys(merged(observation(), v2).history[0] ?? {})).not.toContain('abstract');
  });

  it('never go back when an older one comes later, which only fills history', () => {
    expect(merged(v2, observation())).toEqual(merged(observation(), v2));
  });

  it('that come between two known ones are put between them', () => {
    const v3 = observation({ version: 3, title: 'Grasping', updated: '2026-12-09T10:00:00Z' });
    const paper = merged(observation(), v3, v2);
    expect(paper.history.map(({ version, title }) => [version, title])).toEqual([
      [1, 'Grasping in the Dark'],
      [2, 'Grasping at Night'],
    ]);
  });

  it('whose text is not fetched yet leave the known text and mark the paper provisional', () => {
    const announced = observation({ ...v2, from: 'feed', replacedOn: '2026-12-02', title: 'G' });
    const paper = merged(observation(), announced);
    expect(paper).toMatchObject({
      version: 2,
      title: 'Grasping in the Dark',
      provisional: true,
      provenance: { version: 1 },
      history: [{ version: 1, updated: '2026-11-20T10:00:00Z', replaced: '2026-12-02' }],
    });
    const completed = merged(observation(), announced, v2);
    expect(completed).toMatchObject({ title: 'Grasping at Night' });
    expect(completed).not.toHaveProperty('provisional');
  });
});

describe('texts', () => {
  it('of the API replace those of OAI-PMH and of a feed, and not the other way round', () => {
    const feed = observation({ from: 'feed', authors: [{ name: "Ad\\'a Ng" }] });
    const oai = observation({ from: 'oai', title: 'Grasping In The Dark' });
    expect(merged(feed, oai)).toMatchObject({
      title: 'Grasping In The Dark',
      provenance: { from: 'oai' },
    });
    expect(merged(feed)).toMatchObject({ provisional: true });
    expect(merged(observation(), oai, feed)).toEqual(merged(observation()));
  });

  it('without abstract or authors never take the place of whole ones', () => {
    const paper = merged(observation(), observation({ version: 2, abstract: null }));
    expect(paper.abstract).toBe('We grasp without light.');
    expect(merged(observation(), observation({ version: 2, authors: [] })).authors).toHaveLength(2);
    expect(merged(observation(), observation({ abstract: '' })).abstract).not.toBeNull();
  });

  it('of the same version and channel are replaced by what is stated on a later day', () => {
    const paper = merged(observation({ title: 'Zzz' }));
    const { paper: later } = mergePaper(paper, observation({ title: 'Aaa' }), '2026-11-25');
    expect(later).toMatchObject({ title: 'Aaa', provenance: { as_of: '2026-11-25' } });
    expect(mergePaper(later, observation({ title: 'Zzz' }), TODAY).paper.title).toBe('Aaa');
  });

  it('that repeat what is known on a later day change nothing', () => {
    const paper = merged(observation(), v2);
    const again = mergePaper(paper, v2, '2027-01-05');
    expect(again).toEqual({ paper, change: 'unchanged' });
    expect(again.paper).toBe(paper);
    expect(mergePaper(paper, observation(), '2027-01-05').change).toBe('unchanged');
  });
});

describe('single values', () => {
  it('submission instant: the true one beats the guess from a feed, and the earliest is v1’s', () => {
    const guess = observation({ from: 'feed', submitted: '2026-11-19T00:00:00Z' });
    expect(merged(guess, observation()).submitted).toBe('2026-11-20T10:00:00Z');
    expect(
      merged(observation({ submitted: '2026-12-01T10:00:00Z' }), observation()).submitted,
    ).toBe('2026-11-20T10:00:00Z');
  });

  it('announcement date: a feed’s beats a derived one, the first of a feed stays', () => {
    const derived = observation({ announced: '2026-11-22', announcedFrom: 'derived' });
    const crossed = observation({ announced: '2026-11-30' });
    expect(merged(derived, observation())).toMatchObject({
      announced: '2026-11-23',
      announced_from: 'feed',
    });
    expect(merged(observation(), derived, crossed)).toMatchObject({ announced: '2026-11-23' });
  });

  it('announcement date: one derived from the true submission instant beats one derived from a guess', () => {
    const guessed = observation({
      from: 'feed',
      submitted: '2026-11-20T00:00:00Z',
      announced: '2026-11-20',
      announcedFrom: 'derived',
    });
    const known = observation({ announcedFrom: 'derived' });
    for (const order of [
      [guessed, known],
      [known, guessed],
    ])
      expect(merged(...order)).toMatchObject({ announced: '2026-11-23' });
  });

  it('withdrawn: stays with its version, and goes with the next', () => {
    const withdrawn = observation({ version: 2, from: 'oai', withdrawn: true });
    expect(merged(observation(), withdrawn, v2)).toMatchObject({ version: 2, withdrawn: true });
    expect(merged(withdrawn, observation({ version: 3 }))).not.toHaveProperty('withdrawn');
  });

  it('DOI, journal reference and licence: null takes nothing away, the newer statement wins', () => {
    const known = merged(observation({ doi: '10.1/a', journal_ref: 'CoRL', license: 'by' }));
    const { paper } = mergePaper(known, { ...v2, doi: '10.1/b' }, '2026-12-02');
    expect(paper).toMatchObject({ doi: '10.1/b', journal_ref: 'CoRL', license: 'by' });
  });

  it('links: none is erased, and history says which version brought one', () => {
    const code = { kind: 'code', url: 'https://github.com/a/b' } as const;
    const site = { kind: 'project', url: 'https://a.example' } as const;
    const paper = merged(observation({ links: [site] }), { ...v2, links: [code] });
    expect(paper.links).toEqual([{ ...code, since: 2 }, site]);
    expect(paper.history[0]?.links_added).toEqual([code]);
  });

  it('citations and summary: kept unless a newer one comes', () => {
    const citations = (count: number, as_of: string) => ({
      count,
      influential: 0,
      venue: null,
      as_of,
    });
    const paper = merged(observation({ citations: citations(4, '2026-11-20') }), observation());
    expect(paper.citations?.count).toBe(4);
    const newer = mergePaper(paper, observation({ citations: citations(9, '2026-11-22') }), TODAY);
    expect(newer.paper.citations?.count).toBe(9);
    expect(
      mergePaper(newer.paper, observation({ citations: citations(4, '2026-11-20') }), TODAY).change,
    ).toBe('unchanged');
  });

  it('unknown fields of a fork or of a newer program are kept, in the record and in its history', () => {
    const paper = { ...merged(observation(), v2), stars: 5 };
    const noted = {
      ...paper,
      history: paper.history.map((earlier) => ({ ...earlier, note: 'x' })),
    };
    const { paper: next } = mergePaper(noted, observation({ version: 3 }), TODAY);
    expect(next).toMatchObject({ stars: 5, history: [{ version: 1, note: 'x' }, { version: 2 }] });
  });

  it('history written by another program, without text of the current version, is kept', () => {
    const foreign: Paper = {
      ...merged(observation({ version: 3, abstract: null })),
      history: [
        { version: 1, updated: '2026-11-20T10:00:00Z', replaced: null, title: 'Old' },
        { version: 2, updated: '2026-11-21T10:00:00Z', replaced: null },
      ],
    };
    const { paper } = mergePaper(foreign, observation({ version: 3, from: 'feed' }), TODAY);
    expect(paper.history).toMatchObject([{ title: 'Old' }, { updated: '2026-11-21T10:00:00Z' }]);
  });
});

const some = <T>(...values: T[]) => fc.constantFrom(...values);
const anyObservation: fc.Arbitrary<Observation> = fc.record(
  {
    id: fc.constant('2611.01234'),
    version: some(1, 2, 3, 4),
    title: some('A', 'B', 'C'),
    abstract: some(null, 'a', 'b'),
    authors: some([], [{ name: 'X' }], [{ name: 'Y', affiliation: 'Z' }]),
    categories: some(['cs.RO'], ['cs.RO', 'cs.CV']),
    primary_category: some('cs.RO', 'cs.CV'),
    submitted: some('2026-11-20T10:00:00Z', '2026-11-21T10:00:00Z'),
    updated: some('2026-11-20T10:00:00Z', '2026-12-01T10:00:00Z'),
    comment: some(null, 'c', 'd'),
    journal_ref: some(null, 'j', 'k'),
    doi: some(null, '10.1/a', '10.1/b'),
    from: some<Observation['from']>('api', 'oai', 'feed'),
    announced: some('2026-11-23', '2026-11-24'),
    announcedFrom: some<'feed' | 'derived'>('feed', 'derived'),
    license: some('by', 'cc0'),
    withdrawn: fc.boolean(),
    replacedOn: some('2026-12-01', '2026-12-02'),
    links: some<Observation['links'] & {}>(
      [],
      [{ kind: 'code', url: 'https://c.example' }],
      [
        { kind: 'data', url: 'https://d.example' },
        { kind: 'code', url: 'https://c.example' },
      ],
    ),
    citations: some(
      { count: 1, influential: 0, venue: null, as_of: '2026-11-20' },
      { count: 2, influential: 0, venue: null, as_of: '2026-11-20' },
    ),
  },
  {
    requiredKeys: [
      ...([
        'id',
        'version',
        'title',
        'abstract',
        'authors',
        'categories',
        'primary_category',
      ] as const),
      ...(['submitted', 'updated', 'comment', 'journal_ref', 'doi', 'from', 'announced'] as const),
    ],
  },
);

/** A record as a run of some days would have left it. */
const anyPaper = fc
  .array(fc.tuple(anyObservation, some('2026-11-24', '2026-11-25', '2026-11-26')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) => {
    let paper: Paper | undefined;
    for (const [next, day] of steps) ({ paper } = mergePaper(paper, next, day));
    return paper as Paper;
  });

describe('whatever is stated', () => {
  it('any order and any repetition of the statements of a day give the same bytes', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyObservation, { minLength: 1, maxLength: 6 })
          .chain((set) =>
            fc.tuple(
              fc.constant(set),
              fc.shuffledSubarray([...set, ...set], { minLength: set.length * 2 }),
            ),
          ),
        ([set, shuffled]) => {
          expect(canonicalJson(merged(...shuffled))).toBe(canonicalJson(merged(...set)));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('merging records is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(anyPaper, anyPaper, anyPaper, (a, b, c) => {
        const bytes = (paper: Paper) => canonicalJson(paper);
        expect(bytes(mergePapers(a, b))).toBe(bytes(mergePapers(b, a)));
        expect(bytes(mergePapers(mergePapers(a, b), c))).toBe(
          bytes(mergePapers(a, mergePapers(b, c))),
        );
        expect(bytes(mergePapers(a, a))).toBe(bytes(a));
        expect(bytes(mergePapers(mergePapers(a, b), b))).toBe(bytes(mergePapers(a, b)));
      }),
      { numRuns: 1000 },
    );
  });

  it('no version, abstract, author, link, DOI or replacement is ever lost', () => {
    fc.assert(
      fc.property(anyPaper, anyObservation, (known, next) => {
        const { paper } = mergePaper(known, next, '2026-11-27');
        expect(paper.version).toBe(Math.max(known.version, next.version));
        // A statement without authors is no paper's; only its abstract may give way to one with authors.
        if (known.authors.length > 0 && known.abstract !== null)
          expect(paper.abstract).not.toBeNull();
        expect(paper.authors.length > 0 || known.authors.length === 0).toBe(true);
        expect(paper.doi === null).toBe(known.doi === null && next.doi === null);
        const urls = (links: readonly { url: string }[] = []) => links.map(({ url }) => url);
        expect(urls(paper.links)).toEqual(
          expect.arrayContaining([...urls(known.links), ...urls(next.links)]),
        );
        const replaced = (of: Paper) =>
          of.history.filter((earlier) => earlier.replaced !== null).length;
        expect(replaced(paper)).toBeGreaterThanOrEqual(replaced(known));
      }),
      { numRuns: 1000 },
    );
  });
});
