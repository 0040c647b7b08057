/** A good status over bad content is no answer. */
import { describe, expect, it } from 'vitest';
import { document, serve, serveInTurn, status } from './fixtures/local-server.ts';
import { failureOf, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';
const once = { accept: ATOM, retry: false } as const;

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
