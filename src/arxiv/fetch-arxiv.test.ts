/** Whole runs against a local arXiv over HTTP: what is asked, what is got, what is said when channels fail. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startArxivServer, type ArxivServer } from '../../tests/arxiv-server/arxiv-server.ts';
import * as faults from '../../tests/arxiv-server/faults.ts';
import { inventRecords } from '../../tests/arxiv-server/invented-records.ts';
import { newYorkHour } from '../../tests/arxiv-server/mailing-calendar.ts';
import type { ServedPaper } from '../../tests/arxiv-server/served-paper.ts';
import { createClient } from '../http/client.ts';
import { silentLogger } from '../log/logger.ts';
import { formatInstant } from '../text/dates.ts';
import type { ArxivBatch, ArxivRequest } from './arxiv-request.ts';
import { fetchArxiv } from './fetch-arxiv.ts';
import type { Progress } from './progress.ts';

const categories = ['cs.RO', 'cs.CV'];
const { papers: served } = inventRecords({ seed: 7, from: '2026-10-12', days: 42, perWeekday: 25 });
const isOurs = (paper: ServedPaper) => paper.categories.some((name) => categories.includes(name));

/** Tuesday 17 November 2026, 01:37 in New York: after the feeds were rebuilt. */
const today = '2026-11-17';
let now = newYorkHour(today, 1) + 37 * 60_000;
let server: ArxivServer;

beforeEach(async () => {
  now = newYorkHour(today, 1) + 37 * 60_000;
  server = await startArxivServer({ papers: served, clock: () => now, oaiPageLimit: 100 });
});
afterEach(() => server.close());

async function run(
  changes: Partial<ArxivRequest> = {},
  seen: Progress[] = [],
): Promise<ArxivBatch> {
  const client = createClient(
    {
      userAgent: 'EmbodiedPulse/0 (+https://example.org)',
      minIntervalMs: 1,
      allowHosts: ['127.0.0.1', 'localhost'],
    },
    { log: silentLogger },
  );
  return await fetchArxiv(
    {
      // Two names for one server: as at arXiv, a host that refuses leaves the others to be asked.
      endpoints: {
        api: server.apiUrl,
        feed: server.atomUrl,
        oai: server.oaiUrl.replace('127.0.0.1', 'localhost'),
      },
      categories,
      lastSuccess: formatInstant(now - 86_400_000),
      lookbackDays: 8,
      revisionCursor: null,
      keep: () => true,
      known: () => null,
      pageSize: 30,
      ...changes,
    },
    { client, now: formatInstant(now), onProgress: (progress) => seen.push(progress) },
  );
}

/** What is public today and was submitted since a day, in our categories. */
const submittedSince = (day: string) =>
  served
    .filter((paper) => isOurs(paper) && (paper.versions[0]?.announced ?? '') <= today)
    .filter((paper) => (paper.versions[0]?.submitted ?? '') >= day)
    .map(({ id }) => id)
    .sort();
const announcedToday = () =>
  served.filter((paper) => isOurs(paper) && paper.versions[0]?.announced === today);
const idsOf = (batch: ArxivBatch) => batch.papers.map(({ id }) => id);
/** The newest version that is public today. */
const shownOf = ({ versions }: ServedPaper) =>
  versions.findLast(({ announced }) => announced <= today);
const asked = (what: string) =>
  server.log.of('api').filter(({ url }) => url.search.includes(what)).length;

describe('a normal day', () => {
  it('brings every paper of the window, and every announced one, by the API', async () => {
    const batch = await run();
    expect(batch.complete).toBe(true);
    expect(batch.channels).toMatchObject({
      feed: { state: 'ok' },
      api: { state: 'ok' },
      oai: { state: 'skipped' },
    });
    expect(idsOf(batch)).toEqual(expect.arrayContaining(submittedSince('2026-11-09')));
    expect(idsOf(batch)).toEqual(expect.arrayContaining(announcedToday().map(({ id }) => id)));
    expect(batch.papers.filter(({ from }) => from === 'feed')).toEqual([]);
    expect(batch.announcement?.date).toBe(today);
    expect(batch.rejected).toEqual([]);
  });

  it('states what arXiv holds, with the license that only the feed tells', async () => {
    const batch = await run();
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
    const batch = await run();
    const window = submittedSince('2026-11-09').length;
    const held = announcedToday().filter(
      (paper) => (paper.versions[0]?.submitted ?? '') < '2026-11-09',
    );
    const replaced =
      batch.announcement?.items.filter(({ type }) => type.startsWith('replace')) ?? [];
    expect(held.length + replaced.length).toBeGreaterThan(0);
    expect(server.log.of('feed')).toHaveLength(1);
    expect(asked('search_query')).toBe(Math.ceil(window / 30));
    expect(asked('id_list')).toBe(1);
    expect(server.log.of('oai')).toHaveLength(0);
    expect(server.log.mostOpen).toBe(1);
  });

  it('asks for no ids when the archive keeps none of the rest, or knows them', async () => {
    await run({ keep: () => false });
    expect(asked('id_list')).toBe(0);
    const crosses = (id: string) => served.some((paper) => paper.id === id && paper.crossListed);
    await run({ known: (id) => (crosses(id) ? null : 99), keep: ({ title }) => title !== '' });
    expect(asked('id_list')).toBeLessThanOrEqual(1);
  });

  it('completes papers of the archive, and names ids that arXiv does not know', async () => {
    const old = served.find(
      (paper) => isOurs(paper) && (paper.versions[0]?.announced ?? '') < '2026-10-30',
    );
    const batch = await run({ complete: [old?.id ?? '', '2610.99999'] });
    expect(idsOf(batch)).toContain(old?.id);
    expect(batch.rejected).toEqual([{ where: '2610.99999', why: 'the API does not know it' }]);
    expect(batch.complete).toBe(true);
  });

  it('brings revisions of papers from before the window, back to the cursor', async () => {
    const cursor = '2026-11-15T00:00:00Z';
    const revised = served.filter((paper) => {
      const shown = shownOf(paper);
      return isOurs(paper) && shown && shown.version > 1 && shown.submitted >= '2026-11-09';
    });
    expect(revised.length).toBeGreaterThan(5);
    const batch = await run({ revisionCursor: cursor });
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
    await run({}, seen);
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
    const right = await run();
    server.fail('api', faults.reversedEntries);
    expect((await run()).papers).toEqual(right.papers);
  });

  it('gives the same when a page holds its entries twice', async () => {
    const right = await run();
    server.fail('api', faults.duplicatedEntries);
    expect((await run()).papers).toEqual(right.papers);
  });
});

describe('after a gap of fourteen days', () => {
  it('everything announced since is there', async () => {
    const batch = await run({ lastSuccess: formatInstant(now - 14 * 86_400_000) });
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
    server.fail('api', fault);
    const batch = await run();
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
    server.fail('api', faults.varnish503(), ({ n }) => n > 1);
    server.fail('oai', faults.varnish503());
    const batch = await run();
    expect(batch.papers.filter(({ from }) => from === 'api')).toHaveLength(30);
    expect(batch.complete).toBe(false);
  });

  it('once, a page is asked for again and nothing else changes', async () => {
    const right = await run();
    server.log.clear();
    for (const fault of [
      faults.varnish503(),
      faults.shortPage,
      faults.truncated(),
      faults.emptyPage,
      faults.resetMidBody,
    ]) {
      server.heal();
      server.log.clear();
      server.fail('api', fault, ({ n }) => n === 2);
      const batch = await run();
      expect(batch.papers).toEqual(right.papers);
      expect(batch.complete).toBe(true);
      expect(batch.channels.oai.state).toBe('skipped');
    }
  });

  it('and OAI-PMH too, kept papers of the feed are provisional', async () => {
    server.fail('api', faults.throttled406);
    server.fail('oai', faults.varnish503());
    const batch = await run({ keep: ({ categories: of }) => of.includes('cs.RO') });
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
    server.fail('any', faults.varnish503());
    const batch = await run();
    expect(batch).toMatchObject({ papers: [], announcement: null, complete: false, capped: false });
    for (const { state, problem, failed } of Object.values(batch.channels)) {
      expect(state).toBe('failed');
      expect(problem).toMatch(/503/);
      expect(failed).toBeGreaterThan(0);
    }
  });
});

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
    server.fail('api', total('0'));
    const batch = await run();
    expect(batch.channels.api).toMatchObject({ state: 'failed', requests: 2 });
    expect(batch.channels.api.problem).toMatch(/not believed/);
    expect(batch.complete).toBe(true);
  });

  it('an empty list once is nothing', async () => {
    const right = await run();
    server.log.clear();
    server.fail('api', total('0'), ({ n }) => n === 1);
    expect((await run()).papers).toEqual(right.papers);
  });

  it('the answer to another query', async () => {
    server.fail('api', {
      kind: 'change',
      change: (answer) => ({ ...answer, body: answer.body.replace('cat:cs.CV', 'all:cs.CV') }),
    });
    const { api } = (await run()).channels;
    expect(api.problem).toMatch(/it ran the query "\(cat:cs\.RO OR all:cs\.CV\)/);
  });

  it('totals that fall between pages: what moved is asked for again', async () => {
    const gone = served.find(
      (paper) => isOurs(paper) && paper.id === submittedSince('2026-11-09')[3],
    );
    server.fail('api', faults.emptyPage, ({ n }) => {
      if (n === 2) server.load(served.filter((paper) => paper !== gone));
      return false;
    });
    const batch = await run();
    const rest = submittedSince('2026-11-09').filter((id) => id !== gone?.id);
    expect(idsOf(batch)).toEqual(expect.arrayContaining(rest));
    expect(batch.complete).toBe(true);
    expect(batch.channels.oai.state).toBe('skipped');
  });

  it('one bad record is named, and costs that record only', async () => {
    const victim = announcedToday()[0]?.id ?? '';
    server.fail('api', {
      kind: 'change',
      change: (answer) => ({
        ...answer,
        body: answer.body.replace(
          new RegExp(`(${victim.replace('.', '\\.')}v\\d+</id>\\s*<title>)[^<]*`),
          '$1',
        ),
      }),
    });
    const batch = await run();
    expect(batch.rejected.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      expect.stringMatching(new RegExp(`${victim}v1: it has no title`)),
    ]);
    // The feed knows it still.
    expect(batch.papers.find(({ id }) => id === victim)).toMatchObject({ from: 'feed' });
    expect(batch.complete).toBe(true);
  });

  it('a feed that is empty although a listing is out, or cut off; the rest goes on', async () => {
    server.fail('feed', faults.emptyPage);
    expect((await run()).channels.feed).toMatchObject({ state: 'failed', rows: 0 });
    server.heal();
    server.fail('feed', faults.truncated());
    const batch = await run();
    expect(batch.announcement).toBeNull();
    expect(batch.channels.feed).toMatchObject({ state: 'failed', failed: 1 });
    expect(batch.complete).toBe(true);
    expect(idsOf(batch)).toEqual(expect.arrayContaining(submittedSince('2026-11-09')));
  });

  it('a feed that is empty on a Sunday is believed', async () => {
    now = newYorkHour('2026-11-15', 3);
    expect((await run()).channels.feed).toEqual({
      state: 'empty',
      requests: 1,
      failed: 0,
      pages: 1,
      rows: 0,
    });
  });

  it('a feed that still shows the listing before says so', async () => {
    server.fail('feed', {
      kind: 'change',
      change: (answer) => ({
        ...answer,
        body: answer.body.replaceAll('2026-11-17T00:00:00', '2026-11-16T00:00:00'),
      }),
    });
    const batch = await run();
    expect(batch.announcement?.date).toBe('2026-11-16');
    expect(batch.channels.feed.problem).toMatch(
      /still shows 2026-11-16; the listing of 2026-11-17 is out/,
    );
  });
});

describe('a cap', () => {
  it('brings the oldest first, says what is left, and the next runs go on', async () => {
    const all = submittedSince('2026-11-09').length;
    const archive = new Map<string, number>();
    const rounds: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const batch = await run({ maxResults: 40, known: (id) => archive.get(id) ?? null });
      const fresh = batch.papers.filter(({ id, version }) => version > (archive.get(id) ?? 0));
      for (const { id, version } of fresh) archive.set(id, version);
      rounds.push(fresh.length);
      expect(batch.complete).toBe(!batch.capped);
      if (!batch.capped) break;
      expect(batch.left).toBeGreaterThan(0);
    }
    expect(Math.max(...rounds)).toBe(40);
    expect(rounds.length).toBeLessThan(10);
    expect(submittedSince('2026-11-09').every((id) => archive.has(id))).toBe(true);
    expect(archive.size).toBeGreaterThanOrEqual(all);
  });

  it('stops reading pages once it is reached', async () => {
    await run({ maxResults: 40, keep: () => true });
    expect(asked('search_query')).toBe(2);
  });
});

describe('the weekly reconciliation', () => {
  it('marks what arXiv has withdrawn, and adds nothing to an API that answered', async () => {
    const withdrawn = served.filter((paper) => {
      const shown = shownOf(paper);
      return isOurs(paper) && shown?.withdrawn && shown.announced >= '2026-11-09';
    });
    expect(withdrawn.length).toBeGreaterThan(0);
    const batch = await run({ reconcileFrom: '2026-11-08' });
    expect(batch.reconciled).toBe(true);
    expect(batch.channels.oai.state).toBe('ok');
    for (const { id } of withdrawn)
      expect(batch.papers.find((paper) => paper.id === id)?.withdrawn).toBe(true);
    expect(new Set(idsOf(batch)).size).toBe(batch.papers.length);
  });

  it('walks its pages by token, each set once', async () => {
    await run({ reconcileFrom: '2026-11-08' });
    const lists = server.log.of('oai');
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
    const right = await run({ reconcileFrom: '2026-11-08' });
    server.log.clear();
    server.fail(
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
    const batch = await run({ reconcileFrom: '2026-11-08' });
    expect(batch.papers).toEqual(right.papers);
    expect(batch.reconciled).toBe(true);
  });

  it('is not done when it fails, which costs nothing else', async () => {
    server.fail('oai', faults.varnish503());
    const batch = await run({ reconcileFrom: '2026-11-08' });
    expect(batch.reconciled).toBe(false);
    expect(batch.complete).toBe(true);
    expect(batch.channels.oai.state).toBe('failed');
  });
});

describe('the older server', () => {
  it('is understood as well', async () => {
    const right = await run();
    server.apiForm = 'legacy';
    expect(idsOf(await run())).toEqual(idsOf(right));
  });
});
