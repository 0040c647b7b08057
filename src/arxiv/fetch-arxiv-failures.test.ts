/** Runs against a local arXiv whose channels fail: what stands in, and what is said. */
import { describe, expect, it } from 'vitest';
import * as faults from '../../tests/arxiv-server/faults.ts';
import { announcedToday, idsOf, pageSize, useArxiv } from './fixtures/arxiv-run.ts';

const arxiv = useArxiv();

describe('when the API fails', () => {
  it.each([
    ['throttles with 406', faults.throttled406],
    ['throttles with 429', faults.rateExceeded()],
    ['throttles in the words of 429 under 200', faults.rateExceededWith200],
    ['times out at the edge', faults.varnish503()],
    ['gives a web page under 200', faults.htmlWith200],
    ['refuses', faults.forbidden],
    ['gives an error entry under 200', faults.errorEntryWith200],
    ['is cut off', faults.truncated()],
    ['gives empty pages', faults.emptyPage],
    ['gives short pages', faults.shortPage],
    ['gives another content type', faults.wrongContentType],
  ])('and %s, OAI-PMH stands in and nothing is lost', async (_what, fault) => {
    arxiv.server.fail('api', fault);
    const batch = await arxiv.fetch();
    expect(batch.channels).toMatchObject({ api: { state: 'failed' }, oai: { state: 'ok' } });
    expect(batch.channels.api.problem).toMatch(/127\.0\.0\.1/);
    expect(batch.complete).toBe(true);
    expect(idsOf(batch)).toEqual(expect.arrayContaining(announcedToday().map(({ id }) => id)));
    const [announced] = announcedToday();
    expect(batch.papers.find(({ id }) => id === announced?.id)).toMatchObject({
      from: 'oai',
      submitted: announced?.versions[0]?.submitted,
      authors: announced?.versions[0]?.authors.map(
        ({ name }) => expect.objectContaining({ name }) as unknown,
      ),
    });
  });

  it('in the middle of the window, the pages before it are kept', async () => {
    arxiv.server.fail('api', faults.varnish503(), ({ n }) => n > 1);
    arxiv.server.fail('oai', faults.varnish503());
    const batch = await arxiv.fetch();
    expect(batch.papers.filter(({ from }) => from === 'api')).toHaveLength(pageSize);
    expect(batch.complete).toBe(false);
  });

  it('once, a page is asked for again and nothing else changes', async () => {
    const right = await arxiv.fetch();
    arxiv.server.log.clear();
    for (const fault of [
      faults.varnish503(),
      faults.shortPage,
      faults.truncated(),
      faults.emptyPage,
      faults.resetMidBody,
    ]) {
      arxiv.server.heal();
      arxiv.server.log.clear();
      arxiv.server.fail('api', fault, ({ n }) => n === 2);
      const batch = await arxiv.fetch();
      expect(batch.papers).toEqual(right.papers);
      expect(batch.complete).toBe(true);
      expect(batch.channels.oai.state).toBe('skipped');
    }
  });

  it('and OAI-PMH too, kept papers of the feed are provisional', async () => {
    arxiv.server.fail('api', faults.throttled406);
    arxiv.server.fail('oai', faults.varnish503());
    const batch = await arxiv.fetch({ keep: ({ categories: of }) => of.includes('cs.RO') });
    expect(batch.channels).toMatchObject({
      feed: { state: 'ok' },
      api: { state: 'failed' },
      oai: { state: 'failed' },
    });
    expect(batch.complete).toBe(false);
    const kept = announcedToday().filter((paper) => paper.categories.includes('cs.RO'));
    expect(idsOf(batch)).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
    expect(
      batch.papers.every(({ from, categories: of }) => from === 'feed' && of.includes('cs.RO')),
    ).toBe(true);
  });

  it('everywhere, nothing is thrown and everything is said', async () => {
    arxiv.server.fail('any', faults.varnish503());
    const batch = await arxiv.fetch();
    expect(batch).toMatchObject({ papers: [], announcement: null, complete: false, capped: false });
    for (const { state, problem, failed } of Object.values(batch.channels)) {
      expect(state).toBe('failed');
      expect(problem).toMatch(/503/);
      expect(failed).toBeGreaterThan(0);
    }
  });
});
