/** What a server may do wrong on the wire: no short or swollen body ever passes for a whole one, and nothing hangs. */
import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { document, serve, serveInTurn, serveRaw, status } from './fixtures/local-server.ts';
import { failureOf, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';
const once = { accept: ATOM, retry: false } as const;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/atom+xml\r\n';
const MB = 1024 * 1024;

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

  it('a bomb of 2 GB in 2 MB: little more than 64 MB are ever held', async () => {
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
    expect(failure).toMatchObject({ kind: 'too-large', what: 'more than 67,108,864 bytes' });
    // 64 of its 2,000 members, and what was read ahead.
    expect(client.stats().bytes).toBeLessThan(bomb.length / 4);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(80 * MB);
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

describe('a good status over bad content', () => {
  const asked = { accept: ATOM, expect: /^application\/(?:atom\+)?xml\b|^text\/xml\b/ } as const;

  it.each([
    ['"Rate exceeded." under 200', document('Rate exceeded.', 'text/plain'), 'throttled'],
    ['"Rate exceeded." under the right type', document('Rate exceeded.\n'), 'throttled'],
    ['a web page', document('<!DOCTYPE html><p>Down for maintenance', 'text/html'), 'bad-type'],
    [
      'a web page under the right type',
      document('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html/>'),
      'bad-type',
    ],
    ['another type', document('{}', 'application/json'), 'bad-type'],
    [
      'no type',
      (_: unknown, response: { end: (body: string) => void }) => response.end(FEED),
      'bad-type',
    ],
    ['an empty body', document(''), 'bad-type'],
    ['white space', document(' \n'), 'bad-type'],
    ['204', status(204), 'bad-type'],
  ])('%s is tried again, and is no answer', async (_, listener, kind) => {
    await using server = await serveInTurn(listener, listener, document(FEED));
    expect((await quickClient().get(server.url, asked)).body).toBe(FEED);
    await using always = await serve(listener);
    const failure = await failureOf(quickClient().get(always.url, asked));
    expect(failure).toMatchObject({ kind, tries: 5 });
  });

  it("the caller's complaint about the text counts as well", async () => {
    await using server = await serveInTurn(document('<feed>'), document(FEED));
    const complaint = (body: string) => (body === FEED ? null : 'an unclosed element');
    expect((await quickClient().get(server.url, { ...asked, complaint })).body).toBe(FEED);
    await using cut = await serve(document('<feed>'));
    const failure = await failureOf(quickClient().get(cut.url, { ...asked, complaint, retry: 2 }));
    expect(failure).toMatchObject({
      kind: 'bad-type',
      tries: 2,
      what: '200, but an unclosed element',
    });
  });

  it('content that is wrong for good does not close the host', async () => {
    await using server = await serveInTurn(
      document('x', 'text/html'),
      document('x', 'text/html'),
      document(FEED),
    );
    const client = quickClient();
    expect((await failureOf(client.get(server.url, { ...asked, retry: 2 }))).kind).toBe('bad-type');
    expect((await client.get(server.url, asked)).body).toBe(FEED);
  });

  it('a partial answer that nobody asked for is none', async () => {
    await using server = await serve(status(206, { 'content-type': ATOM }, FEED));
    expect((await failureOf(quickClient().get(server.url, once))).kind).toBe('bad-type');
  });

  it('bytes that are not of their charset are refused, never repaired', async () => {
    await using server = await serve(
      document(Buffer.from([0x3c, 0xff, 0xfe, 0x3e]), 'text/xml; charset=utf-8'),
    );
    expect(await failureOf(quickClient().get(server.url, once))).toMatchObject({
      kind: 'bad-encoding',
      tries: 1,
      what: 'the answer is not valid utf-8',
    });
  });
});

it('connects to the very address that was judged: a name is looked up once for each connection', async () => {
  await using server = await serve(document(FEED));
  const answers = ['127.0.0.1', '10.0.0.1'];
  const asked: string[] = [];
  const lookup = (host: string) => {
    asked.push(host);
    return Promise.resolve([{ address: answers.shift() ?? '', family: 4 }]);
  };
  const port = new URL(server.url).port;
  const { body } = await quickClient({}, { lookup }).get(`http://rebinding.test:${port}/`, once);
  expect(body).toBe(FEED);
  expect(asked).toEqual(['rebinding.test']);
});
