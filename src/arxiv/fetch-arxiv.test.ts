/** Runs against a local arXiv that answers as it should: what is asked, and what is got. */
import { describe, expect, it } from 'vitest';
import * as faults from '../../tests/arxiv-server/faults.ts';
import { formatInstant } from '../text/dates.ts';
import {
  announcedToday,
  idsOf,
  isOurs,
  pageSize,
  served,
  shownOf,
  submittedSince,
  today,
  windowFrom,
  useArxiv,
} from './fixtures/arxiv-run.ts';
import type { Progress } from './progress.ts';

const arxiv = useArxiv();

describe('a normal day', () => {
  it('brings every paper of the window, and every announced one, by the API', async () => {
    const batch = await arxiv.fetch();
    expect(batch.complete).toBe(true);
    expect(batch.channels).toMatchObject({
      feed: { state: 'ok' },
      api: { state: 'ok' },
      oai: { state: 'skipped' },
    });
    expect(idsOf(batch)).toEqual(expect.arrayContaining(submittedSince(windowFrom)));
    expect(idsOf(batch)).toEqual(expect.arrayContaining(announcedToday().map(({ id }) => id)));
    expect(batch.papers.filter(({ from }) => from === 'feed')).toEqual([]);
    expect(batch.announcement?.date).toBe(today);
    expect(batch.rejected).toEqual([]);
  });

  it('states what arXiv holds, with the license that only the feed tells', async () => {
    const batch = await arxiv.fetch();
    const [paper] = announcedToday();
    const [version] = paper?.versions ?? [];
    expect(batch.papers.find(({ id }) => id === paper?.id)).toMatchObject({
      title: version?.title,
      abstract: version?.abstract,
      authors: version?.authors,
      submitted: version?.submitted,
      license: paper?.license,
      categories: paper?.categories,
    });
  });

  it('asks no more than it must: one feed, the pages of the window, ids that the window lacks in one request', async () => {
    const batch = await arxiv.fetch();
    const window = submittedSince(windowFrom).length;
    const held = announcedToday().filter(
      (paper) => (paper.versions[0]?.submitted ?? '') < windowFrom,
    );
    const replaced =
      batch.announcement?.items.filter(({ type }) => type.startsWith('replace')) ?? [];
    expect(held.length + replaced.length).toBeGreaterThan(0);
    expect(arxiv.server.log.of('feed')).toHaveLength(1);
    expect(arxiv.asked('search_query')).toBe(Math.ceil(window / pageSize));
    expect(arxiv.asked('id_list')).toBe(1);
    expect(arxiv.server.log.of('oai')).toHaveLength(0);
    expect(arxiv.server.log.mostOpen).toBe(1);
  });

  it('asks for no ids when the archive keeps none of the rest, or knows them', async () => {
    await arxiv.fetch({ keep: () => false });
    expect(arxiv.asked('id_list')).toBe(0);
    const crosses = (id: string) => served.some((paper) => paper.id === id && paper.crossListed);
    await arxiv.fetch({
      known: (id) => (crosses(id) ? null : 99),
      keep: ({ title }) => title !== '',
    });
    expect(arxiv.asked('id_list')).toBeLessThanOrEqual(1);
  });

  it('completes papers of the archive, and names ids that arXiv does not know', async () => {
    const old = served.find(
      (paper) => isOurs(paper) && (paper.versions[0]?.announced ?? '') < '2026-10-30',
    );
    const batch = await arxiv.fetch({ complete: [old?.id ?? '', '2610.99999'] });
    expect(idsOf(batch)).toContain(old?.id);
    expect(batch.rejected).toEqual([{ where: '2610.99999', why: 'the API does not know it' }]);
    expect(batch.complete).toBe(true);
  });

  it('brings revisions of papers from before the window, back to the cursor', async () => {
    const cursor = '2026-11-15T00:00:00Z';
    const revised = served.filter((paper) => {
      const shown = shownOf(paper);
      return isOurs(paper) && shown && shown.version > 1 && shown.submitted >= windowFrom;
    });
    expect(revised.length).toBeGreaterThan(5);
    const batch = await arxiv.fetch({ revisionCursor: cursor });
    for (const paper of revised) {
      expect(batch.papers.find(({ id }) => id === paper.id)).toMatchObject({
        version: shownOf(paper)?.version,
      });
    }
    expect(batch.newestUpdate).toBe(
      batch.papers
        .map(({ updated }) => updated)
        .sort()
        .at(-1),
    );
  });

  it('says where it stands, page by page', async () => {
    const seen: Progress[] = [];
    await arxiv.fetch({}, seen);
    const window = seen.filter(({ step }) => step.startsWith('submissions'));
    expect(window.map(({ page, pages }) => [page, pages])).toEqual(
      window.map((_, at) => [at + 1, window.length]),
    );
    expect(window.at(-1)).toMatchObject({ source: 'api', secondsLeft: 0 });
    expect(seen[0]).toMatchObject({ source: 'feed', step: 'announcement' });
    expect(window.map(({ papers }) => papers)).toEqual(
      window.map(({ papers }) => papers).sort((a, b) => a - b),
    );
  });

  it('gives the same in whatever order the entries of a page stand', async () => {
    const right = await arxiv.fetch();
    arxiv.server.fail('api', faults.reversedEntries);
    expect((await arxiv.fetch()).papers).toEqual(right.papers);
  });

  it('gives the same when a page holds its entries twice', async () => {
    const right = await arxiv.fetch();
    arxiv.server.fail('api', faults.duplicatedEntries);
    expect((await arxiv.fetch()).papers).toEqual(right.papers);
  });
});

describe('after a gap of fourteen days', () => {
  it('everything announced since is there', async () => {
    const batch = await arxiv.fetch({ lastSuccess: formatInstant(arxiv.now - 14 * 86_400_000) });
    const since = served.filter(
      (paper) =>
        isOurs(paper) &&
        (paper.versions[0]?.announced ?? '') > '2026-11-03' &&
        (paper.versions[0]?.announced ?? '') <= today &&
        (paper.versions[0]?.submitted ?? '') >= '2026-10-28',
    );
    expect(since.length).toBeGreaterThan(60);
    expect(idsOf(batch)).toEqual(expect.arrayContaining(since.map(({ id }) => id)));
  });
});

describe('the older server', () => {
  it('is understood as well', async () => {
    const right = await arxiv.fetch();
    arxiv.server.apiForm = 'legacy';
    expect(idsOf(await arxiv.fetch())).toEqual(idsOf(right));
  });
});
