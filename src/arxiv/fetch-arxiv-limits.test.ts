/** Runs with a cap, and with the weekly reconciliation. */
import { describe, expect, it } from 'vitest';
import * as faults from '../../tests/arxiv-server/faults.ts';
import {
  idsOf,
  isOurs,
  served,
  shownOf,
  submittedSince,
  windowFrom,
  useArxiv,
} from './fixtures/arxiv-run.ts';

const arxiv = useArxiv();

describe('a cap', () => {
  it('brings the oldest first, says what is left, and the next runs go on', async () => {
    const all = submittedSince(windowFrom).length;
    const archive = new Map<string, number>();
    const rounds: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const batch = await arxiv.fetch({ maxResults: 40, known: (id) => archive.get(id) ?? null });
      const fresh = batch.papers.filter(({ id, version }) => version > (archive.get(id) ?? 0));
      for (const { id, version } of fresh) archive.set(id, version);
      rounds.push(fresh.length);
      expect(batch.complete).toBe(!batch.capped);
      if (!batch.capped) break;
      expect(batch.left).toBeGreaterThan(0);
    }
    expect(Math.max(...rounds)).toBe(40);
    expect(rounds.length).toBeLessThan(10);
    expect(submittedSince(windowFrom).every((id) => archive.has(id))).toBe(true);
    expect(archive.size).toBeGreaterThanOrEqual(all);
  });

  it('stops reading pages once it is reached', async () => {
    await arxiv.fetch({ maxResults: 40, keep: () => true });
    expect(arxiv.asked('search_query')).toBe(2);
  });
});

describe('the weekly reconciliation', () => {
  it('marks what arXiv has withdrawn, and adds nothing to an API that answered', async () => {
    const withdrawn = served.filter((paper) => {
      const shown = shownOf(paper);
      return isOurs(paper) && shown?.withdrawn && shown.announced >= windowFrom;
    });
    expect(withdrawn.length).toBeGreaterThan(0);
    const batch = await arxiv.fetch({ reconcileFrom: '2026-11-08' });
    expect(batch.reconciled).toBe(true);
    expect(batch.channels.oai.state).toBe('ok');
    for (const { id } of withdrawn)
      expect(batch.papers.find((paper) => paper.id === id)?.withdrawn).toBe(true);
    expect(new Set(idsOf(batch)).size).toBe(batch.papers.length);
  });

  it('walks its pages by token, each set once', async () => {
    await arxiv.fetch({ reconcileFrom: '2026-11-08' });
    const lists = arxiv.server.log.of('oai');
    expect(
      lists
        .filter(({ url }) => url.searchParams.has('set'))
        .map(({ url }) => url.searchParams.get('set')),
    ).toEqual(['cs:cs:RO', 'cs:cs:CV']);
    expect(
      lists.filter(({ url }) => url.searchParams.has('resumptionToken')).length,
    ).toBeGreaterThan(0);
    expect(lists.every(({ url }) => !url.searchParams.has('until'))).toBe(true);
  });

  it('begins a list again when its token is not accepted', async () => {
    const right = await arxiv.fetch({ reconcileFrom: '2026-11-08' });
    arxiv.server.log.clear();
    arxiv.server.fail(
      'oai',
      {
        kind: 'instead',
        answer: {
          status: 200,
          type: 'text/xml',
          body: '<OAI-PMH><responseDate>2026-11-17T06:37:00Z</responseDate><error code="badResumptionToken">expired</error></OAI-PMH>',
        },
      },
      ({ n }) => n === 2,
    );
    const batch = await arxiv.fetch({ reconcileFrom: '2026-11-08' });
    expect(batch.papers).toEqual(right.papers);
    expect(batch.reconciled).toBe(true);
  });

  it('is not done when it fails, which costs nothing else', async () => {
    arxiv.server.fail('oai', faults.varnish503());
    const batch = await arxiv.fetch({ reconcileFrom: '2026-11-08' });
    expect(batch.reconciled).toBe(false);
    expect(batch.complete).toBe(true);
    expect(batch.channels.oai.state).toBe('failed');
  });
});
