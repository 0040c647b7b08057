import { describe, expect, it } from 'vitest';
import { silentLogger } from '../log/logger.ts';
import { createClient } from './client.ts';
import { document, redirect, serve, serveInTurn, status } from './fixtures/local-server.ts';
import { failureOf, fakeTime, quickClient, USER_AGENT } from './fixtures/test-client.ts';
import type { Send } from './wire.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';

/** A wire that answers 200 at once and notes when each request began. */
function instantWire(now: () => number): { send: Send; starts: { host: string; at: number }[] } {
  const starts: { host: string; at: number }[] = [];
  const send: Send = ({ url }) => {
    starts.push({ host: url.host, at: now() });
    const body = Object.assign(
      (async function* bytes() {
        yield await Promise.resolve(Buffer.from(FEED));
      })(),
      { destroy: () => {} },
    );
    return Promise.resolve({ status: 200, statusText: 'OK', headers: {}, body, fault: () => null });
  };
  return { send, starts };
}

describe('identity', () => {
  it('names the project, says what it accepts, and keeps no connection', async () => {
    await using server = await serve(document(FEED));
    const answer = await quickClient().get(`${server.url}/api/query?x=1`, { accept: ATOM });
    expect(answer).toMatchObject({
      status: 200,
      body: FEED,
      url: `${server.url}/api/query?x=1`,
      notModified: false,
    });
    expect(server.requests[0]?.headers).toEqual({
      'user-agent': USER_AGENT,
      accept: ATOM,
      'accept-encoding': 'gzip',
      host: server.host,
      connection: 'close',
    });
  });

  it.each(['', 'Name\r\nX: y', ' Name', '机器人/1.0'])('refuses the user agent %j', (userAgent) => {
    expect(() => createClient({ userAgent })).toThrow(TypeError);
  });

  it('sends a value as JSON', async () => {
    let got = '';
    await using server = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => (got += chunk.toString()));
      request.on('end', () =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
      );
    });
    const answer = await quickClient().postJson(
      `${server.url}/batch`,
      { ids: ['ARXIV:2611.01234'] },
      { accept: 'application/json', headers: { 'x-api-key': 'k' } },
    );
    expect(JSON.parse(answer.body)).toEqual({ ok: true });
    expect(got).toBe('{"ids":["ARXIV:2611.01234"]}');
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': 'k' },
    });
  });

  it('gives bytes as they are', async () => {
    await using server = await serve(
      document(Buffer.from([0, 255, 1]), 'application/octet-stream'),
    );
    const { body } = await quickClient().getBytes(`${server.url}/`, { accept: '*/*' });
    expect([...body]).toEqual([0, 255, 1]);
  });

  it.each([
    'ftp://example.org/',
    'javascript:alert(1)',
    'not an address',
    'https://user:secret@example.org/',
  ])('asks nobody for %j', async (url) => {
    const failure = await failureOf(quickClient().get(url, { accept: ATOM }));
    expect(failure.kind).toBe('bad-request');
  });
});

describe('pace', () => {
  it('starts one request in three seconds over all arXiv hosts, whatever interval is set', async () => {
    const time = fakeTime();
    const { send, starts } = instantWire(time.now);
    const client = quickClient({ minIntervalMs: 3 }, { ...time, send });
    const urls = [
      'https://export.arxiv.org/api/query',
      'https://rss.arxiv.org/atom/cs.RO',
      'https://oaipmh.arxiv.org/oai',
      'https://arxiv.org/',
    ];
    await Promise.all(urls.map((url) => client.get(url, { accept: ATOM, gate: null })));
    expect(starts.map(({ host }) => host)).toEqual(urls.map((url) => new URL(url).host));
    const gaps = starts.slice(1).map(({ at }, i) => at - (starts[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000);
    expect(client.stats().waitedMs).toBeGreaterThanOrEqual(9000);
  });

  it('gives hosts that stand in for arXiv one gate by name', async () => {
    const time = fakeTime();
    const { send, starts } = instantWire(time.now);
    const client = quickClient({ minIntervalMs: 500 }, { ...time, send });
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        client.get(`http://${name}.test/`, { accept: ATOM, gate: 'arxiv' }),
      ),
    );
    expect(starts.map(({ at }) => at - (starts[0]?.at ?? 0))).toEqual([0, 501, 1002]);
  });

  it('keeps other hosts apart, each with its own interval', async () => {
    const time = fakeTime();
    const { send } = instantWire(time.now);
    const client = quickClient({ intervals: { 'api.example.org': 1000 } }, { ...time, send });
    const [one, two] = ['https://api.example.org/', 'https://other.example.org/'];
    await Promise.all([one, two, two, one].map((url) => client.get(url, { accept: ATOM })));
    expect(time.slept).toEqual([1001]);
  });

  it('holds one connection per gate at a time', async () => {
    let open = 0;
    let most = 0;
    await using server = await serve((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end('x');
      }, 20);
    });
    const client = quickClient();
    const five = (gate: string | null) =>
      Promise.all(
        [1, 2, 3, 4, 5].map((n) => client.get(`${server.url}/${n}`, { accept: '*/*', gate })),
      );
    await five('arxiv');
    expect(most).toBe(1);
    await five(null);
    expect(most).toBeGreaterThan(1);
    expect(client.stats().hosts[server.host]).toMatchObject({
      requests: 10,
      bytes: 10,
      retries: 0,
      closed: null,
    });
  });

  it('a failure does not block whoever waits behind it', async () => {
    await using server = await serveInTurn(status(404), document(FEED));
    const client = quickClient();
    const [first, second] = await Promise.allSettled(
      [1, 2].map(() => client.get(server.url, { accept: ATOM })),
    );
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
  });
});

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

describe('refusals', () => {
  it.each([401, 403, 451])('%i ends all requests to that host, and to no other', async (code) => {
    await using server = await serve(status(code, {}, 'Access Denied'));
    await using other = await serve(document(FEED));
    const client = quickClient();
    const failure = await failureOf(client.get(server.url, { accept: ATOM, gate: 'arxiv' }));
    expect(failure).toMatchObject({
      kind: 'refused',
      status: code,
      tries: 1,
      body: 'Access Denied',
    });
    expect((await failureOf(client.get(server.url, { accept: ATOM, gate: 'arxiv' }))).kind).toBe(
      'budget',
    );
    expect((await client.get(other.url, { accept: ATOM, gate: 'arxiv' })).body).toBe(FEED);
    expect(server.requests.length).toBe(1);
  });

  it('requests that stood in line when the refusal came are not sent', async () => {
    await using server = await serve(status(403));
    const client = quickClient();
    const failures = await Promise.all(
      [1, 2, 3].map(() => failureOf(client.get(server.url, { accept: ATOM }))),
    );
    expect(failures.map(({ kind }) => kind)).toEqual(['refused', 'budget', 'budget']);
    expect(server.requests.length).toBe(1);
  });

  it.each([
    [400, 'bad-request'],
    [404, 'not-found'],
    [410, 'not-found'],
    [422, 'bad-request'],
  ])('%i is not tried again, and the host stays open', async (code, kind) => {
    await using server = await serveInTurn(
      status(code, {}, 'incorrect id format for abc'),
      document(FEED),
    );
    const client = quickClient();
    const failure = await failureOf(client.get(server.url, { accept: ATOM }));
    expect(failure).toMatchObject({ kind, tries: 1, body: 'incorrect id format for abc' });
    expect((await client.get(server.url, { accept: ATOM })).body).toBe(FEED);
  });
});

describe('conditional requests', () => {
  it('sends the marks of the last answer and says when nothing changed', async () => {
    await using server = await serve(({ headers }, response) =>
      headers['if-none-match'] === '"a1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"a1"' }).end(FEED),
    );
    const client = quickClient();
    const first = await client.get(server.url, { accept: ATOM });
    expect(first.headers['etag']).toBe('"a1"');
    const conditional = { etag: '"a1"', lastModified: 'Mon, 23 Nov 2026 06:00:00 GMT' };
    const second = await client.get(server.url, { accept: ATOM, expect: /atom/, conditional });
    expect(second).toMatchObject({ status: 304, notModified: true, body: '' });
    expect(server.requests[1]?.headers['if-modified-since']).toBe('Mon, 23 Nov 2026 06:00:00 GMT');
  });

  it('fetches the whole when a mark is unusable', async () => {
    await using server = await serve(document(FEED));
    const conditional = { etag: '"a"\r\nX-Evil: 1', lastModified: null };
    const { body } = await quickClient().get(server.url, { accept: ATOM, conditional });
    expect(body).toBe(FEED);
    expect(server.requests[0]?.headers['if-none-match']).toBeUndefined();
  });

  it('a 304 that nobody asked for is no answer', async () => {
    await using server = await serve(status(304));
    expect((await failureOf(quickClient().get(server.url, { accept: ATOM }))).kind).toBe(
      'bad-type',
    );
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('%i is followed, relative or absolute', async (code) => {
    await using server = await serveInTurn(redirect('/moved?a=b#c', code), document(FEED));
    const answer = await quickClient().get(`${server.url}/old`, { accept: ATOM });
    expect(answer).toMatchObject({ body: FEED, url: `${server.url}/moved?a=b` });
  });

  it('three are followed, a fourth is not', async () => {
    await using three = await serveInTurn(
      redirect('/1'),
      redirect('/2'),
      redirect('/3'),
      document(FEED),
    );
    expect((await quickClient().get(three.url, { accept: ATOM })).url).toBe(`${three.url}/3`);
    await using loop = await serve(redirect('/again'));
    const failure = await failureOf(quickClient().get(loop.url, { accept: ATOM }));
    expect(failure).toMatchObject({ kind: 'redirect', tries: 1, status: 302 });
    expect(loop.requests.length).toBe(4);
    await using none = await serve(redirect('/again'));
    expect(
      (await failureOf(quickClient().get(none.url, { accept: ATOM, redirects: 0 }))).kind,
    ).toBe('redirect');
    expect(none.requests.length).toBe(1);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://example.org/',
    'http://[',
    'https://a:b@example.org/',
  ])('leads nowhere: %j', async (location) => {
    await using server = await serve(redirect(location));
    const failure = await failureOf(quickClient().get(server.url, { accept: ATOM }));
    expect(failure).toMatchObject({ kind: 'redirect', tries: 1 });
  });

  it.each([
    ['http://192.168.1.1/reboot', 'insecure'],
    ['https://192.168.1.1/reboot', 'private-address'],
    ['https://169.254.169.254/latest/meta-data/', 'private-address'],
    ['https://127.0.0.1:8443/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://intranet.example/', 'private-address'],
    ['//intranet.example/', 'insecure'],
  ])('to %s is refused (%s), though the first address was trusted', async (location, kind) => {
    await using server = await serve(redirect(location));
    const lookup = () => Promise.resolve([{ address: '10.0.0.7', family: 4 }]);
    const failure = await failureOf(quickClient({}, { lookup }).get(server.url, { accept: ATOM }));
    expect(failure).toMatchObject({ kind, tries: 1 });
    expect(failure.url.startsWith(server.url)).toBe(false);
  });

  it('to another allowed host is followed, without the headers meant for the first', async () => {
    await using target = await serve(document(FEED));
    await using server = await serve(redirect(`${target.url}/x`));
    const client = quickClient({ allowHosts: [target.host] });
    const answer = await client.get(server.url, {
      accept: ATOM,
      headers: { authorization: 'Bearer secret' },
    });
    expect(answer.url).toBe(`${target.url}/x`);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer secret');
    expect(target.requests[0]?.headers.authorization).toBeUndefined();
    expect(target.requests[0]?.headers['user-agent']).toBe(USER_AGENT);
  });

  it('a POST is not sent elsewhere', async () => {
    await using server = await serve(redirect('/other', 307));
    expect((await failureOf(quickClient().postJson(server.url, {}, { accept: ATOM }))).kind).toBe(
      'redirect',
    );
    expect(server.requests.length).toBe(1);
  });
});

describe('public hosts only', () => {
  const addresses =
    (...list: string[]) =>
    () =>
      Promise.resolve(list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

  it.each([
    ['https://10.0.0.1/', addresses('10.0.0.1')],
    ['https://feeds.example.org/', addresses('127.0.0.1')],
    ['https://feeds.example.org/', addresses('100.64.3.2')],
    ['https://feeds.example.org/', addresses('fd00::1')],
    ['https://feeds.example.org/', addresses('93.184.215.14', '192.168.0.1')],
  ])('%s is refused before anything is sent', async (url, lookup) => {
    const failure = await failureOf(
      quickClient({}, { lookup }).get(url, { accept: ATOM, publicOnly: true }),
    );
    expect(failure).toMatchObject({ kind: 'private-address', tries: 1 });
  });

  it('plain http is refused', async () => {
    const failure = await failureOf(
      quickClient().get('http://feeds.example.org/', { accept: ATOM, publicOnly: true }),
    );
    expect(failure.kind).toBe('insecure');
  });

  it('an allowed host is exempt, by its port', async () => {
    await using server = await serve(document(FEED));
    await using other = await serve(document(FEED));
    const client = quickClient({ allowHosts: [server.host] });
    expect((await client.get(server.url, { accept: ATOM, publicOnly: true })).body).toBe(FEED);
    expect((await failureOf(client.get(other.url, { accept: ATOM, publicOnly: true }))).kind).toBe(
      'insecure',
    );
  });
});

describe('no connection', () => {
  it.each(['ENOTFOUND', 'EAI_AGAIN'])(
    '%s is tried three times at short intervals: an offline machine is not kept waiting',
    async (code) => {
      const time = fakeTime();
      const lookup = () =>
        Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }));
      const failure = await failureOf(
        quickClient({ minIntervalMs: 3000 }, { ...time, lookup }).get(
          'https://export.arxiv.org/api/query',
          { accept: ATOM },
        ),
      );
      expect(failure).toMatchObject({
        kind: 'network',
        tries: 3,
        what: `cannot connect (${code})`,
      });
      expect(time.slept).toEqual([3001, 6001]);
    },
  );

  it('a refused connection too', async () => {
    const server = await serve(document(FEED));
    await server[Symbol.asyncDispose]();
    const failure = await failureOf(quickClient().get(server.url, { accept: ATOM }));
    expect(failure).toMatchObject({
      kind: 'network',
      tries: 3,
      what: 'cannot connect (ECONNREFUSED)',
    });
  });

  it('a server that does not speak TLS gives no secure connection', async () => {
    await using server = await serve(document(FEED));
    const failure = await failureOf(
      quickClient().get(server.url.replace('http:', 'https:'), { accept: ATOM }),
    );
    expect(failure).toMatchObject({ kind: 'network', tries: 1 });
    expect(failure.cause).toBeInstanceOf(Error);
  });
});
