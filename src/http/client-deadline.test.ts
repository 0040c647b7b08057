/** A slow server costs its deadline and no more. */
import { describe, expect, it } from 'vitest';
import { document, serve, serveInTurn, serveRaw } from './fixtures/local-server.ts';
import { failureOf, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const once = { accept: ATOM, retry: false } as const;
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/atom+xml\r\n';

describe('deadline', () => {
  it('a server that never answers', async () => {
    await using server = await serveRaw(() => {});
    const failure = await failureOf(quickClient().get(server.url, { ...once, deadlineMs: 150 }));
    expect(failure).toMatchObject({ kind: 'timeout', what: 'no complete answer within 0.15 s' });
  });

  it('headers that drip', async () => {
    await using server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('X-Drip: 1\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    expect(
      (await failureOf(quickClient().get(server.url, { ...once, deadlineMs: 200 }))).kind,
    ).toBe('timeout');
  });

  it('a body that drips, however lively', async () => {
    let written = 0;
    let closed = () => {};
    const hungUp = new Promise<void>((resolve) => (closed = resolve));
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': ATOM });
      const timer = setInterval(() => {
        written += 1;
        response.write('<entry/>');
      }, 10);
      response.on('close', () => {
        clearInterval(timer);
        closed();
      });
    });
    const failure = await failureOf(quickClient().get(server.url, { ...once, deadlineMs: 300 }));
    expect(failure.kind).toBe('timeout');
    expect(written).toBeGreaterThan(0);
    // The client hangs up; it does not leave the server dripping.
    await hungUp;
  });

  it('a body that stops half-way', async () => {
    await using server = await serveRaw((socket) =>
      socket.write(`${HEAD}Content-Length: 100\r\n\r\n<feed`),
    );
    expect(
      (await failureOf(quickClient().get(server.url, { ...once, deadlineMs: 150 }))).kind,
    ).toBe('timeout');
  });

  it('a refusal whose explanation never ends is still a refusal', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(403);
      response.write('because');
    });
    expect(
      await failureOf(quickClient().get(server.url, { ...once, deadlineMs: 150 })),
    ).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('is tried again like a throttled answer', async () => {
    await using server = await serveInTurn(() => {}, document(FEED));
    const { body } = await quickClient().get(server.url, { accept: ATOM, deadlineMs: 1000 });
    expect(body).toBe(FEED);
    expect(server.requests.length).toBe(2);
  });
});
