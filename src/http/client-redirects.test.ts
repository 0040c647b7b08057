/** Where the client lets itself be led, and where never. */
import { describe, expect, it } from 'vitest';
import { document, redirect, serve, serveInTurn } from './fixtures/local-server.ts';
import { failureOf, quickClient, USER_AGENT } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';
const once = { accept: ATOM, retry: false } as const;

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
