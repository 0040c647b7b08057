/** Who the client says it is, and what it asks for. */
import { describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { document, serve, status } from './fixtures/local-server.ts';
import { failureOf, quickClient, USER_AGENT } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';

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
