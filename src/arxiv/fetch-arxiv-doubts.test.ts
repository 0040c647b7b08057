/** Runs against a local arXiv whose answers must not be believed. */
import { describe, expect, it } from 'vitest';
import * as faults from '../../tests/arxiv-server/faults.ts';
import { newYorkHour } from '../../tests/arxiv-server/mailing-calendar.ts';
import {
  announcedToday,
  idsOf,
  isOurs,
  served,
  submittedSince,
  windowFrom,
  useArxiv,
} from './fixtures/arxiv-run.ts';

const arxiv = useArxiv();

describe('answers that must not be believed', () => {
  const total = (to: string) => ({
    kind: 'change' as const,
    change: (answer: { status: number; type: string; body: string }) => ({
      ...answer,
      body: answer.body
        .replace(/(totalResults[^>]*>)\d+/, `$1${to}`)
        .replace(/<entry>[\s\S]*<\/entry>/, ''),
    }),
  });

  it('an empty list on days with listings is asked for twice and then left to OAI-PMH', async () => {
    arxiv.server.fail('api', total('0'));
    const batch = await arxiv.fetch();
    expect(batch.channels.api).toMatchObject({ state: 'failed', requests: 2 });
    expect(batch.channels.api.problem).toMatch(/not believed/);
    expect(batch.complete).toBe(true);
  });

  it('an empty list once is nothing', async () => {
    const right = await arxiv.fetch();
    arxiv.server.log.clear();
    arxiv.server.fail('api', total('0'), ({ n }) => n === 1);
    expect((await arxiv.fetch()).papers).toEqual(right.papers);
  });

  it('the answer to another query', async () => {
    arxiv.server.fail('api', {
      kind: 'change',
      change: (answer) => ({ ...answer, body: answer.body.replace('cat:cs.CV', 'all:cs.CV') }),
    });
    const { api } = (await arxiv.fetch()).channels;
    expect(api.problem).toMatch(/it ran the query "\(cat:cs\.RO OR all:cs\.CV\)/);
  });

  it('totals that fall between pages: what moved is asked for again', async () => {
    const gone = served.find(
      (paper) => isOurs(paper) && paper.id === submittedSince(windowFrom)[3],
    );
    arxiv.server.fail('api', faults.emptyPage, ({ n }) => {
      if (n === 2) arxiv.server.load(served.filter((paper) => paper !== gone));
      return false;
    });
    const batch = await arxiv.fetch();
    const rest = submittedSince(windowFrom).filter((id) => id !== gone?.id);
    expect(idsOf(batch)).toEqual(expect.arrayContaining(rest));
    expect(batch.complete).toBe(true);
    expect(batch.channels.oai.state).toBe('skipped');
  });

  it('one bad record is named, and costs that record only', async () => {
    const victim = announcedToday()[0]?.id ?? '';
    arxiv.server.fail('api', {
      kind: 'change',
      change: (answer) => ({
        ...answer,
        body: answer.body.replace(
          new RegExp(`(${victim.replace('.', '\\.')}v\\d+</id>\\s*<title>)[^<]*`),
          '$1',
        ),
      }),
    });
    const batch = await arxiv.fetch();
    expect(batch.rejected.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      expect.stringMatching(new RegExp(`${victim}v1: it has no title`)),
    ]);
    // The feed knows it still.
    expect(batch.papers.find(({ id }) => id === victim)).toMatchObject({ from: 'feed' });
    expect(batch.complete).toBe(true);
  });

  it('a feed that is empty although a listing is out, or cut off; the rest goes on', async () => {
    arxiv.server.fail('feed', faults.emptyPage);
    expect((await arxiv.fetch()).channels.feed).toMatchObject({ state: 'failed', rows: 0 });
    arxiv.server.heal();
    arxiv.server.fail('feed', faults.truncated());
    const batch = await arxiv.fetch();
    expect(batch.announcement).toBeNull();
    expect(batch.channels.feed).toMatchObject({ state: 'failed', failed: 1 });
    expect(batch.complete).toBe(true);
    expect(idsOf(batch)).toEqual(expect.arrayContaining(submittedSince(windowFrom)));
  });

  it('a feed that is empty on a Sunday is believed', async () => {
    arxiv.now = newYorkHour('2026-11-15', 3);
    expect((await arxiv.fetch()).channels.feed).toEqual({
      state: 'empty',
      requests: 1,
      failed: 0,
      pages: 1,
      rows: 0,
    });
  });

  it('a feed that still shows the listing before says so', async () => {
    arxiv.server.fail('feed', {
      kind: 'change',
      change: (answer) => ({
        ...answer,
        body: answer.body.replaceAll('2026-11-17T00:00:00', '2026-11-16T00:00:00'),
      }),
    });
    const batch = await arxiv.fetch();
    expect(batch.announcement?.date).toBe('2026-11-16');
    expect(batch.channels.feed.problem).toMatch(
      /still shows 2026-11-16; the listing of 2026-11-17 is out/,
    );
  });
});
