/** How often the client asks. */
import { describe, expect, it } from 'vitest';
import { instantWire } from './fixtures/instant-wire.ts';
import { document, serve, serveInTurn, status } from './fixtures/local-server.ts';
import { fakeTime, quickClient } from './fixtures/test-client.ts';

const ATOM = 'application/atom+xml';
const FEED = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>';

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
