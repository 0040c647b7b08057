import { describe, expect, it } from 'vitest';
import { announcement, category, run, source, wellFacts } from '../../tests/health/facts.ts';
import { problemsOf } from './problems-of.ts';
import { recordHealth } from './record-health.ts';

const failingNews = { ...source('failing', '2026-11-24T06:31:00Z', '2026-11-23T06:31:00Z') };

describe('the health of the record', () => {
  it('is ok while every due mailing is here and every source answers', () => {
    const health = recordHealth(wellFacts());
    expect(health).toMatchObject({ state: 'ok', newest: '2026-11-24', behind: 0, incomplete: [] });
    expect(health.next).toEqual({ mailing: '2026-11-25T01:00:00Z', listing: '2026-11-25' });
    expect(problemsOf(health)).toEqual([]);
  });

  it('is empty, and asks for nothing, before the first run', () => {
    const health = recordHealth(
      wellFacts({ manifest: { sources: {} }, receipts: [], newestDay: null }),
    );
    expect(health).toMatchObject({ state: 'empty', newest: null, staleAfter: null });
  });

  it('is stale when a mailing that should be here is not, whatever the sources say', () => {
    const health = recordHealth(wellFacts({ now: '2026-11-25T18:00:00Z' }));
    expect(health).toMatchObject({ state: 'stale', behind: 1, due: '2026-11-25' });
    expect(problemsOf(health)).toMatchObject([
      {
        source: 'record',
        state: 'stale',
        since: '2026-11-24',
        remedy: expect.stringContaining('60 days'),
      },
    ]);
  });

  it('counts a listing that held none of our papers as here', () => {
    const facts = wellFacts({ newestDay: '2026-11-20' });
    expect(recordHealth(facts)).toMatchObject({ newest: '2026-11-24', behind: 0 });
  });

  it('does not count a listing as here that no feed was seen of and no paper came from', () => {
    const receipts = [
      announcement('2026-11-23'),
      announcement('2026-11-24', { state: 'unproved', categories: {} }),
    ];
    expect(recordHealth(wellFacts({ receipts, newestDay: '2026-11-23' }))).toMatchObject({
      behind: 1,
    });
  });

  it('is degraded while another source fails, with what its run said', () => {
    const { sources } = wellFacts().manifest;
    const receipts = [
      run('2026-11-24T06:31:00Z', {
        sources: { news: { state: 'failing', since: '2026-11-24T06:31:00Z' } },
        problems: [{ source: 'news/lab', message: 'lab.example.org answered 404 on five tries.' }],
      }),
    ];
    const health = recordHealth(
      wellFacts({ manifest: { sources: { ...sources, news: failingNews } }, receipts }),
    );
    expect(health.state).toBe('degraded');
    expect(health.sources.map(({ name }) => name)).toEqual(['arxiv', 'news']);
    expect(health.sources[1]?.problem).toContain('answered 404');
  });

  it.each([
    ['failed ids', { failed: 1, kept: 159, failed_ids: ['2611.00001'] }, '2611.00001'],
    [
      'a difference',
      { kept: 159, unaccounted_ids: ['2611.00002'] },
      'nothing became of 2611.00002',
    ],
  ])('is degraded while a recent receipt has %s, named', (_, changes, text) => {
    const receipts = [announcement('2026-11-24', { categories: { 'cs.RO': category(changes) } })];
    const health = recordHealth(wellFacts({ receipts }));
    expect(health.state).toBe('degraded');
    expect(health.incomplete[0]?.text).toContain(text);
  });
});

describe('what the operator is told of', () => {
  const withNews = (now: string) => {
    const { sources } = wellFacts().manifest;
    return recordHealth(
      wellFacts({ now, manifest: { sources: { ...sources, news: failingNews } } }),
    );
  };

  it('is not a source that failed in one run only', () => {
    expect(problemsOf(withNews('2026-11-24T14:00:00Z'))).toEqual([]);
  });

  it('is a source that has failed for longer than a day of runs', () => {
    expect(problemsOf(withNews('2026-11-25T06:31:00Z'))).toMatchObject([
      { source: 'news', state: 'failing', since: '2026-11-24T06:31:00Z' },
    ]);
  });

  it('is arXiv at once when a mailing is missing by it, and then once and not twice', () => {
    const sources = { arxiv: source('failing', '2026-11-25T13:50:00Z', '2026-11-24T06:31:00Z') };
    const health = recordHealth(wellFacts({ now: '2026-11-25T18:00:00Z', manifest: { sources } }));
    expect(problemsOf(health).map(({ source: name }) => name)).toEqual(['arxiv']);
  });

  it('is papers that are still missing a day later', () => {
    const incomplete = category({ failed: 1, kept: 159, failed_ids: ['2611.00001'] });
    const receipts = [
      announcement('2026-11-23', { categories: { 'cs.RO': incomplete } }),
      announcement('2026-11-24'),
    ];
    expect(problemsOf(recordHealth(wellFacts({ receipts })))).toMatchObject([
      { source: 'announcement 2026-11-23', what: expect.stringContaining('2611.00001') },
    ]);
  });
});
