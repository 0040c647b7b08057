/** What ends at once, and what cannot even begin. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { document, serve, serveInTurn, status } from './fixtures/local-server.ts';
import { failureOf, fakeTime, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';

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

  it('a connection that does not come about is given up after 15 s, long before the deadline', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let looked = () => {};
    const asked = new Promise<void>((resolve) => (looked = resolve));
    const lookup = () => {
      looked();
      return new Promise<never>(() => {});
    };
    const client = quickClient({}, { ...fakeTime(), lookup });
    const failure = failureOf(
      client.get('http://unreachable.test/', { accept: ATOM, retry: false, deadlineMs: 600_000 }),
    );
    await asked;
    await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(15_000);
    expect(await failure).toMatchObject({ kind: 'network', what: 'cannot connect (ETIMEDOUT)' });
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
