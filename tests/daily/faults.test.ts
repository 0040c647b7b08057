import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAnnouncementReceipt } from '../../src/store/receipts.ts';
import * as faults from '../arxiv-server/faults.ts';
import type { Fault } from '../arxiv-server/faults.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import type { Channel } from '../arxiv-server/request-log.ts';
import { papersOf } from './papers-seen.ts';
import { morning, startRehearsal, type Rehearsal } from './rehearsal.ts';

const { papers } = inventRecords({ seed: 5, from: '2026-10-20', days: 30, perWeekday: 12 });
const [monday, tuesday, wednesday] = ['2026-11-09', '2026-11-10', '2026-11-11'].map(morning) as [
  string,
  string,
  string,
];

const all: [string, Fault][] = [
  ['429', faults.rateExceeded()],
  ['429 with Retry-After', faults.rateExceeded(30)],
  ['406 without a body', faults.throttled406],
  ['503 of the cache', faults.varnish503()],
  ['HTTP 200 with "Rate exceeded."', faults.rateExceededWith200],
  ['HTTP 200 with a web page', faults.htmlWith200],
  [
    'a web page under the right type',
    {
      kind: 'change',
      change: (answer) => ({ ...answer, body: '<!doctype html><html><body>Soon</body></html>' }),
    },
  ],
  ['the right body as text/html', faults.wrongContentType],
  ['an answer cut short', faults.truncated()],
  ['an answer cut within the last element', faults.truncated(0.999)],
  ['an empty body', faults.truncated(0)],
  ['an empty but valid page', faults.emptyPage],
  ['a page that lacks its last entry', faults.shortPage],
  ['a connection reset in the body', faults.resetMidBody],
];

describe('a run under faults', () => {
  const rehearsals: Rehearsal[] = [];
  let unfaulted: ReturnType<typeof papersOf>;
  let unfaultedBytes: string;

  /** Monday without faults. */
  async function begin(): Promise<Rehearsal> {
    const rehearsal = await startRehearsal({ papers, oaiPageLimit: 60 });
    rehearsals.push(rehearsal);
    await rehearsal.run(monday);
    return rehearsal;
  }

  beforeAll(async () => {
    const rehearsal = await begin();
    await rehearsal.run(tuesday);
    unfaultedBytes = rehearsal.fingerprint();
    unfaulted = papersOf(rehearsal);
  });
  afterAll(() => Promise.all(rehearsals.map((rehearsal) => rehearsal.close())));

  it.each(all)(
    '%s once, on the first page of the API: the bytes of a run without it',
    async (_, fault) => {
      const rehearsal = await begin();
      rehearsal.server.fail('api', fault, ({ n }) => n === 1);
      await rehearsal.run(tuesday);
      expect(rehearsal.fingerprint()).toBe(unfaultedBytes);
    },
  );

  it.each(all)(
    '%s from the API all day: OAI-PMH stands in and no paper is missing',
    async (_, fault) => {
      const rehearsal = await begin();
      rehearsal.server.fail('api', fault);
      const { outcomes } = await rehearsal.run(tuesday);
      expect(papersOf(rehearsal)).toEqual(unfaulted);
      expect(outcomes.get('arxiv')).toMatchObject({ state: 'new', answered: true });
      expect(outcomes.get('arxiv')?.problems?.[0]?.message).toMatch(/^api: /);
    },
  );

  // a feed does not say how many items it has
  const told = all.filter(([, fault]) => fault !== faults.shortPage);

  it.each(told)(
    '%s from every channel: nothing is lost, it is said, and the next run has all',
    async (_, fault) => {
      const rehearsal = await begin();
      const before = papersOf(rehearsal);
      rehearsal.server.fail('any', fault);
      const { outcomes } = await rehearsal.run(tuesday);
      expect(papersOf(rehearsal)).toEqual(before);
      expect(outcomes.get('arxiv')).toMatchObject({ state: 'failing', answered: false });
      expect(receiptStates(rehearsal)).toMatchObject({ '2026-11-10': 'failing' });
      rehearsal.server.heal();
      await rehearsal.run(`2026-11-10T17:43:00Z`);
      expect(papersOf(rehearsal)).toEqual(unfaulted);
      expect(receiptStates(rehearsal)).toMatchObject({ '2026-11-10': 'complete' });
    },
  );

  it('a feed that never answers costs its deadline, and the others bring the papers', async () => {
    const rehearsal = await begin();
    rehearsal.server.fail('feed', faults.hang);
    rehearsal.deadlineMs = 100;
    await rehearsal.run(tuesday);
    // without a feed the date of a late cross-list is that of the paper's first listing
    const undated = (list: typeof unfaulted) =>
      list.map((paper) => ({ ...paper, announced: '' })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(undated(papersOf(rehearsal))).toEqual(undated(unfaulted));
    expect(receiptStates(rehearsal)).toMatchObject({ '2026-11-10': 'unproved' });
  });

  it('pages with entries twice or in another order give the same papers', async () => {
    for (const fault of [faults.duplicatedEntries, faults.reversedEntries]) {
      for (const channel of ['feed', 'oai'] satisfies Channel[]) {
        const rehearsal = await begin();
        rehearsal.server.fail(channel, fault);
        await rehearsal.run(tuesday);
        expect(papersOf(rehearsal)).toEqual(unfaulted);
      }
    }
    const rehearsal = await begin();
    rehearsal.server.fail('api', faults.reversedEntries);
    await rehearsal.run(tuesday);
    expect(rehearsal.fingerprint()).toBe(unfaultedBytes);
  });

  it('a day of which only the feed tells is provisional, and completed by the next run', async () => {
    const rehearsal = await begin();
    rehearsal.server.fail('api', faults.varnish503());
    rehearsal.server.fail('oai', faults.varnish503());
    await rehearsal.run(tuesday);
    const ids = papersOf(rehearsal).map(({ id }) => id);
    const news = unfaulted
      .filter(({ announced }) => announced === '2026-11-10')
      .map(({ id }) => id);
    expect(news.length).toBeGreaterThan(3);
    expect(ids).toEqual(expect.arrayContaining(news));
    const provisional = [...rehearsal.snapshot().allPapers()].filter((paper) => paper.provisional);
    expect(provisional.length).toBeGreaterThan(0);
    rehearsal.server.heal();
    await rehearsal.run(wednesday);
    expect([...rehearsal.snapshot().allPapers()].filter((paper) => paper.provisional)).toEqual([]);
    const completed = papersOf(rehearsal).filter(({ id }) => news.includes(id));
    expect(completed.map(({ id, submitted }) => [id, submitted])).toEqual(
      unfaulted.filter(({ id }) => news.includes(id)).map(({ id, submitted }) => [id, submitted]),
    );
  });

  it('a switched-off fetch asks nobody and changes nothing', async () => {
    const rehearsal = await startRehearsal({
      papers,
      environment: { AUTO_FETCH_ENABLED: 'false' },
    });
    rehearsals.push(rehearsal);
    const { skipped, changed } = await rehearsal.run(tuesday);
    expect(skipped).toContain('AUTO_FETCH_ENABLED');
    expect(changed).toBe(false);
    expect(rehearsal.server.log.seen).toEqual([]);
  });

  it('a cap leaves the rest to later runs, and the receipt says how many', async () => {
    const rehearsal = await startRehearsal({
      papers,
      environment: { AUTO_FETCH_MAX_RESULTS: '15' },
    });
    rehearsals.push(rehearsal);
    const first = await rehearsal.run(tuesday);
    expect(papersOf(rehearsal)).toHaveLength(15);
    expect(first.receipts.at(-1)).toMatchObject({ capped: expect.any(Number) });
    for (let run = 0; run < 30; run += 1) await rehearsal.run(tuesday);
    const ids = new Set(papersOf(rehearsal).map(({ id }) => id));
    const due = unfaulted.filter(({ announced }) => announced >= '2026-11-04').map(({ id }) => id);
    expect(due.filter((id) => !ids.has(id))).toEqual([]);
  });
});

function receiptStates(rehearsal: Rehearsal): Record<string, string> {
  const receipts = [...rehearsal.snapshot().receipts()].filter((r) => isAnnouncementReceipt(r));
  return Object.fromEntries(receipts.map(({ date, state }) => [date, state]));
}
