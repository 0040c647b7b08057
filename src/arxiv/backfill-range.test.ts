import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startArxivServer, type ArxivServer } from '../../tests/arxiv-server/arxiv-server.ts';
import * as faults from '../../tests/arxiv-server/faults.ts';
import { inventRecords } from '../../tests/arxiv-server/invented-records.ts';
import { newYorkHour } from '../../tests/arxiv-server/mailing-calendar.ts';
import { createClient } from '../http/client.ts';
import { silentLogger } from '../log/logger.ts';
import {
  backfillRange,
  type BackfillCursor,
  type BackfillRequest,
  type BackfillStep,
} from './backfill-range.ts';

const categories = ['cs.RO', 'cs.CV'];
const { papers: served } = inventRecords({ seed: 11, from: '2026-08-01', days: 80, perWeekday: 8 });
const range = { from: '2026-08-05', through: '2026-10-02' };
const wanted = served
  .filter(({ categories: own, crossListed = [] }) =>
    [...own, ...crossListed.map(({ category }) => category)].some((name) =>
      categories.includes(name),
    ),
  )
  .filter(({ versions: [first] }) => {
    const day = first?.submitted.slice(0, 10) ?? '';
    return day >= range.from && day <= range.through;
  })
  .map(({ id }) => id)
  .sort();

let server: ArxivServer;
beforeAll(async () => {
  const now = newYorkHour('2026-11-17', 2);
  server = await startArxivServer({ papers: served, clock: () => now, oaiPageLimit: 60 });
});
beforeEach(() => {
  server.heal();
  server.log.clear();
});
afterAll(() => server.close());

function backfill(changes: Partial<BackfillRequest> = {}): AsyncGenerator<BackfillStep> {
  const client = createClient(
    {
      userAgent: 'EmbodiedPulse/0 (+https://example.org)',
      minIntervalMs: 1,
      allowHosts: ['127.0.0.1'],
    },
    { log: silentLogger },
  );
  const endpoints = { api: server.apiUrl, feed: server.atomUrl, oai: server.oaiUrl };
  return backfillRange({ ...range, endpoints, categories, pageSize: 40, ...changes }, { client });
}

async function collect(
  steps: AsyncIterable<BackfillStep>,
): Promise<{ ids: string[]; last: BackfillStep | undefined }> {
  const ids = new Set<string>();
  let last: BackfillStep | undefined;
  for await (const step of steps) {
    for (const { id } of step.papers) ids.add(id);
    last = step;
  }
  return { ids: [...ids].sort(), last };
}

describe('a backfill', () => {
  it('brings all that was submitted in the range, by windows of a month', async () => {
    const { ids, last } = await collect(backfill());
    expect(ids).toEqual(expect.arrayContaining(wanted));
    expect(last?.cursor).toBeNull();
    expect(last?.report).toMatchObject({ state: 'ok', failed: 0 });
  });

  it('asks for no page more than there are', async () => {
    await collect(backfill({ pageSize: 2000 }));
    expect(server.log.of('api')).toHaveLength(2);
    expect(server.log.of('oai')).toHaveLength(0);
  });

  it.each<['api' | 'oai']>([['api'], ['oai']])(
    'by %s can be broken off after any page and goes on',
    async (via) => {
      const ids = new Set<string>();
      let cursor: BackfillCursor | null = null;
      let runs = 0;
      do {
        const [step] = await first(backfill({ via, resume: cursor }), 1);
        for (const { id } of step?.papers ?? []) ids.add(id);
        const next: BackfillCursor | null = step?.cursor ?? null;
        expect(next).not.toEqual(cursor);
        // As it would lie in a file.
        cursor = next && (JSON.parse(JSON.stringify(next)) as BackfillCursor);
        runs += 1;
      } while (cursor !== null && runs < 100);
      expect(runs).toBeGreaterThan(4);
      expect([...ids].sort()).toEqual(expect.arrayContaining(wanted));
    },
  );

  it('by OAI-PMH gives only what was submitted in the range, though other papers changed since', async () => {
    const { ids } = await collect(backfill({ via: 'oai' }));
    expect(ids).toEqual(wanted);
    expect(server.log.of('api')).toHaveLength(0);
  });

  it('throws when arXiv fails for good, after the steps that succeeded', async () => {
    server.fail('api', faults.varnish503(), ({ n }) => n > 2);
    const steps: BackfillStep[] = [];
    await expect(
      (async () => {
        for await (const step of backfill()) steps.push(step);
      })(),
    ).rejects.toThrow(/503/);
    expect(steps).toHaveLength(2);
    server.heal();
    const rest = await collect(backfill({ resume: steps.at(-1)?.cursor ?? null }));
    const ids = [...steps.flatMap(({ papers }) => papers.map(({ id }) => id)), ...rest.ids];
    expect(ids).toEqual(expect.arrayContaining(wanted));
  });

  it('names a month that is said to be empty', async () => {
    const empty = { from: '2026-01-05', through: '2026-01-20' };
    const steps = await first(backfill(empty), 9);
    expect(steps.map(({ papers, rejected, cursor }) => ({ papers, rejected, cursor }))).toEqual([
      {
        papers: [],
        rejected: [
          {
            where: 'submissions 2026-01-05 to 2026-01-20',
            why: 'the API says twice that there are none',
          },
        ],
        cursor: null,
      },
    ]);
  });
});

async function first(steps: AsyncGenerator<BackfillStep>, count: number): Promise<BackfillStep[]> {
  const got: BackfillStep[] = [];
  for await (const step of steps) {
    got.push(step);
    if (got.length === count) break;
  }
  return got;
}
