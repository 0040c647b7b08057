import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startArxivServer, type ArxivServer } from '../../tests/arxiv-server/arxiv-server.ts';
import * as faults from '../../tests/arxiv-server/faults.ts';
import { createClient } from '../http/client.ts';
import { silentLogger } from '../log/logger.ts';
import { fetchAnnouncement } from './announced-channel.ts';
import { parseApiAnswer } from './api-answer.ts';
import { askArxiv, failureOf } from './ask-arxiv.ts';
import { skipped } from './channel-report.ts';

let server: ArxivServer;
beforeAll(async () => {
  server = await startArxivServer({ papers: [], clock: () => Date.UTC(2026, 10, 17, 7) });
});
beforeEach(() => {
  server.heal();
  server.log.clear();
});
afterAll(() => server.close());

const client = () =>
  createClient(
    {
      userAgent: 'EmbodiedPulse/0 (+https://example.org)',
      minIntervalMs: 1,
      allowHosts: ['127.0.0.1'],
    },
    { log: silentLogger },
  );
const ask = (path: string, report = skipped()) => {
  const where = `${server.apiUrl}${path}`;
  return askArxiv(client(), where, (text) => parseApiAnswer(text, { where }), report);
};
const query = '?search_query=cat:cs.RO&max_results=1';

describe('one request', () => {
  it('names itself and what it accepts, and counts', async () => {
    const report = skipped();
    expect((await ask(query, report)).total).toBe(0);
    expect(report).toMatchObject({ requests: 1, pages: 1, failed: 0 });
    expect(server.log.seen[0]).toMatchObject({
      userAgent: 'EmbodiedPulse/0 (+https://example.org)',
      accept: expect.stringContaining('application/atom+xml') as string,
    });
  });

  it('is repeated when the answer is damaged, and counts once', async () => {
    const report = skipped();
    server.fail('api', faults.truncated(), ({ n }) => n < 3);
    expect((await ask(query, report)).total).toBe(0);
    expect(server.log.seen).toHaveLength(3);
    expect(report).toMatchObject({ requests: 1, pages: 1, failed: 0 });
  });

  it('fails with what was wrong with the answer in the end', async () => {
    const report = skipped();
    server.fail('api', faults.truncated());
    await expect(ask(query, report)).rejects.toThrow(
      expect.objectContaining({ problem: 'malformed' }),
    );
    expect(report).toMatchObject({ requests: 1, pages: 0, failed: 1 });
  });

  it.each([
    ['HTTP 400', faults.emptyPage, '?id_list=abc'],
    ['HTTP 200', faults.errorEntryWith200, query],
  ])(
    'is not repeated when arXiv refuses it in its own words with %s',
    async (_status, fault, path) => {
      server.fail('api', fault);
      await expect(ask(path)).rejects.toThrow(
        expect.objectContaining({
          problem: 'refused',
          message: expect.stringContaining('arXiv refuses') as string,
        }),
      );
      expect(server.log.seen).toHaveLength(1);
    },
  );

  it('tells a mistake of ours from a failure of theirs', async () => {
    const mistake = new TypeError('undefined is not a paper');
    const failing = askArxiv(
      client(),
      `${server.apiUrl}${query}`,
      () => {
        throw mistake;
      },
      skipped(),
    );
    await expect(failing).rejects.toBe(mistake);
    expect(() => failureOf(mistake)).toThrow(mistake);
  });
});

describe('a feed of an unknown category', () => {
  it('is refused in arXiv’s words, with the way out', async () => {
    const { announcement, report } = await fetchAnnouncement(
      client(),
      server.atomUrl,
      ['xx.RO'],
      '2026-11-17T07:00:00Z',
    );
    expect(announcement).toBeNull();
    expect(report).toMatchObject({ state: 'failed', requests: 1, failed: 1 });
    expect(report.problem).toMatch(/arXiv refuses the feed: ".*xx.*config\.yaml/);
    expect(server.log.seen).toHaveLength(1);
  });
});
