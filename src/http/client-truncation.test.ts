/** No short or swollen body ever passes for a whole one. */
import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { document, serve, serveRaw } from './fixtures/local-server.ts';
import { failureOf, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';
const once = { accept: ATOM, retry: false } as const;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/atom+xml\r\n';

describe('an answer that is cut or swollen', () => {
  it.each([
    ['nothing at all', ''],
    ['half a status line', 'HTTP/1.1 2'],
    ['half the headers', 'HTTP/1.1 200 OK\r\nContent-Ty'],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['fewer bytes than declared', `${HEAD}Content-Length: 100\r\n\r\n<feed/>`],
    ['more bytes than declared', `${HEAD}Content-Length: 7\r\n\r\n<feed/><more/>`],
    ['two lengths', `${HEAD}Content-Length: 7\r\nContent-Length: 9\r\n\r\n<feed/>`],
    ['a length that is no number', `${HEAD}Content-Length: seven\r\n\r\n<feed/>`],
    ['chunks without an end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n7\r\n<feed/>\r\n`],
    [
      'a chunk shorter than it says',
      `${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\n<feed/>\r\n0\r\n\r\n`,
    ],
    [
      'a chunk size that is no number',
      `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n<feed/>\r\n0\r\n\r\n`,
    ],
    [
      'length and chunks at once',
      `${HEAD}Content-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n<feed/>\r\n0\r\n\r\n`,
    ],
    ['headers without end', `${HEAD}X-Long: ${'a'.repeat(100_000)}\r\n\r\n<feed/>`],
  ])('%s', async (_, bytes) => {
    await using server = await serveRaw((socket) => socket.end(bytes));
    const failure = await failureOf(quickClient().get(server.url, once));
    expect(failure.kind).toBe('network');
    expect(failure.message).toMatch(
      /^\[GET\] "http:\/\/127\.0\.0\.1:\d+\/": .+ — check the network/,
    );
  });

  it('a connection reset in the middle of the body, then a good answer', async () => {
    let turn = 0;
    await using server = await serveRaw((socket) => {
      turn += 1;
      if (turn > 1) {
        socket.end(`${HEAD}Content-Length: ${FEED.length}\r\n\r\n${FEED}`);
        return;
      }
      socket.write(`${HEAD}Content-Length: 100000\r\n\r\n<feed>`, () => socket.resetAndDestroy());
    });
    const client = quickClient();
    expect((await client.get(server.url, { accept: ATOM })).body).toBe(FEED);
    expect(client.stats()).toMatchObject({ requests: 2, retries: 1 });
  });

  it.each([1, 10, 100, 1000])('compressed, and %i bytes short', async (missing) => {
    const whole = gzipSync(randomBytes(3000));
    await using server = await serve(
      document(whole.subarray(0, -missing), ATOM, { 'content-encoding': 'gzip' }),
    );
    expect(await failureOf(quickClient().get(server.url, once))).toMatchObject({
      kind: 'network',
      what: 'the compressed answer was cut short',
    });
  });

  it('compressed, and damaged', async () => {
    const damaged = gzipSync(randomBytes(3000));
    damaged.fill(0xaa, 1500, 1600);
    await using server = await serve(document(damaged, ATOM, { 'content-encoding': 'gzip' }));
    const failure = await failureOf(quickClient().get(server.url, once));
    expect(['bad-encoding', 'network']).toContain(failure.kind);
  });

  it('said to be compressed, and is not', async () => {
    await using server = await serve(document(FEED, ATOM, { 'content-encoding': 'gzip' }));
    expect((await failureOf(quickClient().get(server.url, once))).kind).toBe('bad-encoding');
  });
});

describe('compression', () => {
  it.each([
    ['gzip', gzipSync(FEED)],
    ['x-gzip', gzipSync(FEED)],
    ['deflate', deflateSync(FEED)],
    ['br', brotliCompressSync(FEED)],
    ['GZIP', Buffer.concat([gzipSync(FEED.slice(0, 20)), gzipSync(FEED.slice(20))])],
    ['identity', Buffer.from(FEED)],
  ])('%s', async (coding, bytes) => {
    await using server = await serve(document(bytes, ATOM, { 'content-encoding': coding }));
    const client = quickClient();
    expect((await client.get(server.url, once)).body).toBe(FEED);
    expect(client.stats().bytes).toBe(bytes.length);
  });

  it('an unknown one is refused without reading on', async () => {
    await using server = await serve(document(FEED, ATOM, { 'content-encoding': 'gzip, gzip' }));
    expect(await failureOf(quickClient().get(server.url, once))).toMatchObject({
      kind: 'bad-encoding',
      what: 'content coding "gzip, gzip" is not supported',
    });
  });
});
