/** However much a server sends, little is held. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { document, serve } from './fixtures/local-server.ts';
import { failureOf, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const once = { accept: ATOM, retry: false } as const;
const MB = 1024 * 1024;

describe('size', () => {
  it('exactly the limit passes, one byte more does not', async () => {
    await using server = await serve(document('a'.repeat(1000)));
    expect((await quickClient().get(server.url, { ...once, maxBytes: 1000 })).body.length).toBe(
      1000,
    );
    expect(
      await failureOf(quickClient().get(server.url, { ...once, maxBytes: 999 })),
    ).toMatchObject({ kind: 'too-large', what: 'more than 999 bytes' });
  });

  it('a length declared beyond the limit is refused before the body is read', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': ATOM, 'content-length': String(65 * MB) });
      response.write('<feed>');
    });
    const client = quickClient();
    expect((await failureOf(client.get(server.url, once))).kind).toBe('too-large');
    expect(client.stats().bytes).toBe(0);
  });

  it('endless chunks end at the limit, and the server is hung up on', async () => {
    let sent = 0;
    let closed = () => {};
    const hungUp = new Promise<void>((resolve) => (closed = resolve));
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': ATOM });
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', more).on('close', closed);
      more();
    });
    const client = quickClient();
    expect((await failureOf(client.get(server.url, { ...once, maxBytes: 4 * MB }))).kind).toBe(
      'too-large',
    );
    await hungUp;
    expect(client.stats().bytes).toBeGreaterThan(4 * MB);
    expect(client.stats().bytes).toBeLessThan(4 * MB + 128 * 1024);
    // What lay in the buffers of both sockets, at most.
    expect(sent).toBeLessThan(32 * MB);
  });

  it('a bomb of 2 GB in 2 MB: less than 64 MB are ever held', async () => {
    const bomb = Buffer.concat(Array<Buffer>(2000).fill(gzipSync(Buffer.alloc(MB))));
    await using server = await serve(document(bomb, ATOM, { 'content-encoding': 'gzip' }));
    const client = quickClient();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 1);
    const failure = await failureOf(client.get(server.url, once));
    clearInterval(timer);
    expect(failure).toMatchObject({ kind: 'too-large', what: 'more than 25,165,824 bytes' });
    // 24 of its 2,000 members, and what was read ahead.
    expect(client.stats().bytes).toBeLessThan(bomb.length / 4);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(64 * MB);
  });

  it('a bomb in one piece ends at a small limit after a few bytes', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MB));
    await using server = await serve(document(bomb, ATOM, { 'content-encoding': 'gzip' }));
    const client = quickClient();
    expect((await failureOf(client.get(server.url, { ...once, maxBytes: MB }))).kind).toBe(
      'too-large',
    );
  });

  it('an endless compressed stream of nothing ends at the limit too', async () => {
    // The header of gzip, then stored blocks of length 0: bytes that never become a body.
    const empty = Buffer.alloc(50_000, Buffer.from([0x00, 0x00, 0x00, 0xff, 0xff]));
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': ATOM, 'content-encoding': 'gzip' });
      response.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]));
      const more = () => {
        while (!response.destroyed && response.write(empty));
      };
      response.on('drain', more);
      more();
    });
    expect((await failureOf(quickClient().get(server.url, { ...once, maxBytes: MB }))).kind).toBe(
      'too-large',
    );
  });

  it('an explanation of a refusal without end is not read to the end', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(404);
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    const client = quickClient();
    expect((await failureOf(client.get(server.url, once))).kind).toBe('not-found');
    expect(client.stats().bytes).toBeLessThan(MB);
  });
});
