/** How long the client waits for whoever throttles. */
import { describe, expect, it } from 'vitest';
import { silentLogger } from '../log/logger.ts';
import { document, serve, serveInTurn, status } from './fixtures/local-server.ts';
import { failureOf, fakeTime, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';

describe('patience', () => {
  it('backs off 15, 30, 60, 120 s, gives up after five tries and leaves the host for this run', async () => {
    await using server = await serve(status(503));
    const time = fakeTime();
    const client = quickClient({ minIntervalMs: 3000 }, time);
    const failure = await failureOf(client.get(server.url, { accept: ATOM, gate: 'arxiv' }));
    expect(failure).toMatchObject({
      kind: 'throttled',
      status: 503,
      tries: 5,
      url: `${server.url}/`,
    });
    expect(failure.message.replace(server.url, 'URL')).toMatchInlineSnapshot(
      `"[GET] "URL/": 503 Service Unavailable, 5 tries — the server asks for patience; what is missing is fetched by the next run"`,
    );
    expect(time.slept).toEqual([15_001, 30_001, 60_001, 120_001]);

    const next = await failureOf(
      client.get(`${server.url}/other`, { accept: ATOM, gate: 'arxiv' }),
    );
    expect(next).toMatchObject({ kind: 'budget', tries: 1 });
    expect(next.message.replace(server.url, 'URL')).toMatchInlineSnapshot(
      `"[GET] "URL/other": not asked (503 Service Unavailable, 5 times) — this host is left alone for the rest of the run; what is missing is fetched by the next run"`,
    );
    expect(server.requests.length).toBe(5);
    expect(client.stats().hosts[server.host]).toMatchObject({
      requests: 5,
      retries: 4,
      closed: '503 Service Unavailable, 5 times',
    });
  });

  it('adds up to half of a wait as jitter', async () => {
    await using server = await serve(status(429));
    const time = fakeTime();
    await failureOf(
      quickClient({ minIntervalMs: 3000 }, { ...time, random: () => 0.999_999 }).get(server.url, {
        accept: ATOM,
      }),
    );
    expect(time.slept.map((ms) => Math.round(ms / 500) / 2)).toEqual([22.5, 45, 90, 180]);
  });

  it('scales every wait with the interval', async () => {
    await using server = await serve(status(503, { 'retry-after': '100' }));
    const time = fakeTime();
    await failureOf(quickClient({ minIntervalMs: 30 }, time).get(server.url, { accept: ATOM }));
    expect(time.slept).toEqual([1001, 1001, 1001, 1201]);
  });

  it.each([406, 408, 425, 429, 500, 502, 503, 504, 522])(
    '%i passes: the next good answer counts',
    async (code) => {
      await using server = await serveInTurn(status(code), status(code), document(FEED));
      const client = quickClient();
      const answer = await client.get(server.url, { accept: ATOM, expect: /atom/ });
      expect(answer.body).toBe(FEED);
      expect(client.stats()).toMatchObject({ requests: 3, retries: 2 });
    },
  );

  it('waits longer where the server says so, in seconds or as a date of its own clock', async () => {
    await using server = await serveInTurn(
      status(429, { 'retry-after': '200' }),
      status(503, {
        date: 'Mon, 23 Nov 2026 06:00:00 GMT',
        'retry-after': 'Mon, 23 Nov 2026 06:03:20 GMT',
      }),
      status(503, { 'retry-after': '0' }),
      document(FEED),
    );
    const time = fakeTime();
    await quickClient({ minIntervalMs: 3000 }, time).get(server.url, { accept: ATOM });
    expect(time.slept).toEqual([200_001, 200_001, 60_001]);
  });

  it('does not wait for a day: the host is left at once', async () => {
    await using server = await serve(status(429, { 'retry-after': '86400' }));
    const time = fakeTime();
    const client = quickClient({ minIntervalMs: 3000 }, time);
    expect(await failureOf(client.get(server.url, { accept: ATOM }))).toMatchObject({
      kind: 'throttled',
      tries: 1,
      retryAfterMs: 86_400_000,
    });
    expect(await failureOf(client.get(server.url, { accept: ATOM }))).toMatchObject({
      kind: 'budget',
    });
    expect(server.requests.length).toBe(1);
    expect(time.slept).toEqual([]);
  });

  it('spends at most a quarter of an hour on one host in a run, over all its requests', async () => {
    const good = document(FEED);
    const storm = status(503);
    await using server = await serve((request, response) =>
      server.requests.length % 5 === 0 ? good(request, response) : storm(request, response),
    );
    const time = fakeTime();
    const client = quickClient({ minIntervalMs: 3000 }, time);
    // Each costs four waits of 225 s together, until the budget is used up.
    for (const n of [1, 2, 3, 4]) await client.get(`${server.url}/${n}`, { accept: ATOM });
    expect(await failureOf(client.get(`${server.url}/5`, { accept: ATOM }))).toMatchObject({
      kind: 'throttled',
      tries: 1,
    });
    expect(client.stats().hosts[server.host]).toMatchObject({
      requests: 21,
      closed: '503 Service Unavailable, and this run has waited for it long enough',
    });
  });

  it('tells of every wait', async () => {
    await using server = await serveInTurn(status(429), document(FEED));
    const told: string[] = [];
    const log = { ...silentLogger, info: (message: string) => void told.push(message) };
    await quickClient({ minIntervalMs: 3000 }, { ...fakeTime(), log }).get(server.url, {
      accept: ATOM,
      gate: 'arxiv',
    });
    expect(told).toEqual([
      'arXiv asked to wait (429 Too Many Requests), next try in 15 s, try 2 of 5',
    ]);
  });

  it('tries once when told so, and leaves the host only for what it says outright', async () => {
    await using server = await serveInTurn(status(503), status(429));
    const client = quickClient();
    const once = () => failureOf(client.get(server.url, { accept: ATOM, retry: false }));
    expect((await once()).kind).toBe('throttled');
    expect((await once()).kind).toBe('throttled');
    expect((await once()).kind).toBe('budget');
    expect(server.requests.length).toBe(2);
  });

  it('holds the whole gate while it backs off', async () => {
    await using server = await serveInTurn(status(429), document(FEED));
    const time = fakeTime();
    const client = quickClient({ minIntervalMs: 3000 }, time);
    await Promise.all(
      ['/a', '/b'].map((path) => client.get(server.url + path, { accept: ATOM, gate: 'arxiv' })),
    );
    expect(time.slept[0]).toBe(15_001);
    expect(server.requests.map(({ url }) => url)).toEqual(['/a', '/b', '/a']);
  });
});
