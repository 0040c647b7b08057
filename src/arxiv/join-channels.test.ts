import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FetchedPaper } from '../paper.ts';
import { inventedPaper } from './fixtures/invented-paper.ts';
import { joinChannels } from './join-channels.ts';

const license = 'http://creativecommons.org/licenses/by/4.0/';

describe('what several channels say of one paper', () => {
  it('the API’s text wins over OAI-PMH’s, and that over the feed’s', () => {
    const [feed, oai, api] = (['feed', 'oai', 'api'] as const).map((from) =>
      inventedPaper({ from, title: from }),
    );
    const titles = (...papers: (FetchedPaper | undefined)[]) =>
      joinChannels(papers.filter((paper) => paper !== undefined)).map(({ title, from }) => [
        title,
        from,
      ]);
    expect(titles(feed, oai, api)).toEqual([['api', 'api']]);
    expect(titles(feed, oai)).toEqual([['oai', 'oai']]);
    expect(titles(feed)).toEqual([['feed', 'feed']]);
  });

  it('the highest version wins over the better channel, and keeps the first submission that is stated', () => {
    const [paper] = joinChannels([
      inventedPaper({ from: 'api', title: 'Old' }),
      inventedPaper({
        from: 'feed',
        version: 2,
        title: 'New',
        submitted: '2026-11-20T18:59:59Z',
        updated: '2026-11-20T18:59:59Z',
      }),
    ]);
    expect(paper).toMatchObject({
      version: 2,
      title: 'New',
      from: 'feed',
      submitted: '2026-11-17T09:12:45Z',
      updated: '2026-11-20T18:59:59Z',
    });
  });

  it('the license comes from OAI-PMH, else from the feed', () => {
    const api = inventedPaper();
    const feed = inventedPaper({ from: 'feed', license: 'feed' });
    const oai = inventedPaper({ from: 'oai', license });
    expect(joinChannels([api, feed])[0]?.license).toBe('feed');
    expect(joinChannels([api, feed, oai])[0]?.license).toBe(license);
  });

  it('OAI-PMH decides on a withdrawal when it knows the version', () => {
    const hinted = inventedPaper({ version: 2, withdrawn: true });
    expect(joinChannels([hinted])[0]?.withdrawn).toBe(true);
    expect(joinChannels([hinted, inventedPaper({ version: 1, from: 'oai' })])[0]?.withdrawn).toBe(
      true,
    );
    expect(
      joinChannels([hinted, inventedPaper({ version: 2, from: 'oai' })])[0],
    ).not.toHaveProperty('withdrawn');
    const marked = inventedPaper({ version: 2, from: 'oai', withdrawn: true });
    expect(joinChannels([inventedPaper({ version: 2 }), marked])[0]?.withdrawn).toBe(true);
    expect(joinChannels([inventedPaper({ version: 3 }), marked])[0]).not.toHaveProperty(
      'withdrawn',
    );
  });

  it('what the best channel lacks is filled in, a newly announced cross-list too', () => {
    const [paper] = joinChannels([
      inventedPaper({ abstract: null }),
      inventedPaper({ from: 'oai', doi: '10.1/x', journal_ref: 'J. 1', comment: '8 pages' }),
      inventedPaper({ from: 'feed', categories: ['cs.RO', 'cs.LG'], abstract: 'From the feed.' }),
    ]);
    expect(paper).toMatchObject({
      abstract: 'It says something.',
      doi: '10.1/x',
      journal_ref: 'J. 1',
      comment: '8 pages',
      categories: ['cs.RO', 'cs.LG'],
      from: 'api',
    });
  });

  it('each id comes once, in order of ids', () => {
    const ids = ['2611.00002', 'hep-th/9901001', '2611.00001', '2611.00002'];
    expect(joinChannels(ids.map((id) => inventedPaper({ id }))).map(({ id }) => id)).toEqual([
      'hep-th/9901001',
      '2611.00001',
      '2611.00002',
    ]);
  });

  it('the order of arrival does not matter, and neither does hearing a thing twice', () => {
    const paper = fc
      .record({
        id: fc.constantFrom('2611.00001', '2611.00002'),
        version: fc.integer({ min: 1, max: 3 }),
        from: fc.constantFrom('api', 'oai', 'feed'),
        title: fc.constantFrom('A', 'B'),
        doi: fc.constantFrom(null, '10.1/x'),
        categories: fc.constantFrom(['cs.RO'], ['cs.RO', 'cs.LG'], ['cs.CV', 'cs.RO']),
        submitted: fc.constantFrom('2026-11-17T09:12:45Z', '2026-11-18T09:12:45Z'),
        updated: fc.constantFrom('2026-11-18T09:12:45Z', '2026-11-20T09:12:45Z'),
      })
      .map((changes) => inventedPaper({ ...changes, categories: [...changes.categories] }));
    const shuffled = fc
      .array(paper, { minLength: 1, maxLength: 8 })
      .chain((papers) =>
        fc.tuple(fc.constant(papers), fc.shuffledSubarray(papers, { minLength: papers.length })),
      );
    fc.assert(
      fc.property(shuffled, ([papers, others]) => {
        expect(joinChannels(others)).toEqual(joinChannels(papers));
        expect(joinChannels([...papers, ...others])).toEqual(joinChannels(papers));
      }),
      { numRuns: 500 },
    );
  });
});
