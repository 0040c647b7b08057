import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { NewsSource } from '../../src/config/config.ts';
import {
  document,
  redirect,
  serve,
  serveRaw,
  status,
} from '../../src/http/fixtures/local-server.ts';
import { news } from '../../src/store/news-kind.ts';
import { newsSource, runNews } from '../../src/update/news-source.ts';
import { atom, jsonFeed, rss } from './feed-documents.ts';
import { NOW, problemsOf, SectionRun, statesOf } from './section-run.ts';

const feed = (id: string, url: string, given: Partial<NewsSource> = {}): NewsSource => ({
  id,
  name: id,
  url,
  language: 'en',
  kind: 'media',
  match: 'all',
  ...given,
});
const told = (n: number, title = `A hand that counts to ${n} in the dark`) => ({
  title,
  link: `https://news.example.com/${n}`,
  date: '2026-11-23T10:00:00Z',
  text: 'Plain words.',
});
const XML = 'application/xml';
const gbk = (text: string) =>
  Buffer.concat(Array.from(text, (letter) => GBK.get(letter) ?? Buffer.from(letter)));
const GBK = new Map([
  ['机', Buffer.from([0xbb, 0xfa])],
  ['器', Buffer.from([0xc6, 0xf7])],
  ['人', Buffer.from([0xc8, 0xcb])],
]);

it('each fault of a feed is its own: the others are read, and the receipt says what happened', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
  await using server = await serve((request, response) => {
    const answer: Record<string, Parameters<typeof serve>[0]> = {
      '/good': document(rss([told(1)]), XML),
      '/cut': document(rss([told(2)]).slice(0, -40), XML),
      '/gbk': document(gbk(rss([told(3, '机器人')], '<?xml version="1.0" encoding="gbk"?>')), XML),
      '/wrong-charset': document(
        Buffer.concat([Buffer.from(rss([told(4)])), Buffer.from([0xff, 0xfe])]),
        `${XML}; charset=utf-8`,
      ),
      '/page': document('<!doctype html><html><body>Please sign in</body></html>', 'text/html'),
      '/busy': status(429, { 'retry-after': '0' }),
      '/private': redirect('https://192.168.1.1/feed'),
      '/bomb': document(bomb, XML, { 'content-encoding': 'gzip' }),
    };
    (answer[request.url ?? ''] ?? status(404))(request, response);
  });
  await using drip = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/xml\r\n\r\n');
    const timer = setInterval(() => socket.write(' '), 20);
    socket.on('close', () => clearInterval(timer));
  });
  const names = ['cut', 'good', 'gbk', 'wrong-charset', 'page', 'private', 'bomb', 'gone', 'busy'];
  const sources = [
    ...names.map((name) => feed(name, `${server.url}/${name}`)),
    feed('drip', `${drip.url}/`),
    feed('plain-http', 'http://news.example.com/feed'),
  ];
  using run = new SectionRun({ news: { sources, phrases: [] } }, [server.host, drip.host]);
  const limits = { sideBySide: 3, deadlineMs: 300, maxBytes: 1024 * 1024, tries: 1 };
  const held = process.memoryUsage().rss;
  const result = await run.run({ name: 'news', run: (context) => runNews(context, limits) });

  expect(process.memoryUsage().rss - held).toBeLessThan(150 * 1024 * 1024);
  expect(
    run
      .records(news)
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(['A hand that counts to 1 in the dark', '机器人']);
  expect(statesOf(result)).toEqual({
    news: 'new',
    ...Object.fromEntries(
      [...names, 'drip', 'plain-http'].map((name) => [`news/${name}`, 'failing']),
    ),
    'news/good': 'new',
    'news/gbk': 'new',
  });
  const problems = problemsOf(result).join('\n');
  for (const part of [
    /news\/cut: .*cut off or broken/,
    /news\/wrong-charset: .*not valid utf-8/,
    /news\/page: .*a web page, not a feed/,
    /news\/busy: .*429/,
    /news\/private: .*192\.168\.1\.1 is not a public address/,
    /news\/bomb: .*more than 1,048,576 bytes/,
    /news\/drip: .*no complete answer within 0.3 s/,
    /news\/gone: .*404/,
    /news\/plain-http: .*not an https address/,
  ])
    expect(problems).toMatch(part);
  const receipt = result.receipts.find(({ id }) => id === `run/${NOW}`);
  expect(receipt).toMatchObject({
    sources: { 'news/good': { state: 'new', added: 1 }, 'news/cut': { state: 'failing' } },
  });
});

it('a second run of the same answers changes no byte, with or without 304', async () => {
  let marks = 0;
  await using server = await serve((request, response) => {
    if (request.url === '/marked') {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else document(rss([told(1)]), XML, { etag: '"v1"' })(request, response);
    } else
      document(atom([told(2, 'Another gripper learns from its mistakes')]), XML, {
        etag: `"${(marks += 1)}"`,
      })(request, response);
  });
  const sources = [
    feed('marked', `${server.url}/marked`),
    feed('unsteady', `${server.url}/unsteady`),
  ];
  using run = new SectionRun({ news: { sources, phrases: [] } }, [server.host]);
  await run.run(newsSource);
  const before = run.bytes();
  const again = await run.run(newsSource);
  expect(again.changed).toBe(false);
  expect(run.bytes()).toEqual(before);
  expect(server.requests.filter(({ headers }) => headers['if-none-match'] === '"v1"')).toHaveLength(
    1,
  );
});

it('a feed that forgets an item takes nothing from the archive, and a changed rule reads it whole again', async () => {
  let items = [told(1), told(2, 'Another gripper learns from its mistakes')];
  await using server = await serve((request, response) => {
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else document(rss(items), XML, { etag: `"${items.length}"` })(request, response);
  });
  using run = new SectionRun(
    { news: { sources: [feed('a', server.url, { match: 'topics' })], phrases: ['hand'] } },
    [server.host],
  );
  await run.run(newsSource);
  expect(run.records(news)).toHaveLength(1);
  items = [told(2, 'Another gripper learns from its mistakes')];
  const wider = { ...run.config, news: { ...run.config.news, phrases: ['hand', 'gripper'] } };
  await run.run(newsSource, '2026-11-25T06:17:00Z', wider);
  expect(run.records(news)).toHaveLength(2);
});

it('one story of two feeds is one item: by link in any dress, or by nearly the same headline within days', async () => {
  const headline = 'Unitree shows a humanoid that climbs ladders';
  await using server = await serve((request, response) => {
    const one = rss([
      {
        title: 'By link',
        link: 'https://www.news.example.com/x/?utm_source=a',
        date: '2026-11-22T10:00:00Z',
      },
      { title: headline, link: 'https://one.example.com/1', date: '2026-11-22T10:00:00Z' },
      { title: 'Weekly update', link: 'https://one.example.com/w', date: '2026-11-22T10:00:00Z' },
    ]);
    const two = jsonFeed([
      {
        title: 'By link, retitled',
        link: 'http://news.example.com/x#a',
        date: '2026-11-23T10:00:00Z',
      },
      { title: `${headline}!`, link: 'https://two.example.com/2', date: '2026-11-23T10:00:00Z' },
      { title: 'Weekly update', link: 'https://two.example.com/w', date: '2026-11-23T10:00:00Z' },
    ]);
    document(request.url === '/one' ? one : two, XML)(request, response);
  });
  const sources = [feed('one', `${server.url}/one`), feed('two', `${server.url}/two`)];
  using run = new SectionRun({ news: { sources, phrases: [] } }, [server.host]);
  await run.run(newsSource);
  const told = run
    .records(news)
    .map((item) => [item.title, item.told.map(({ source }) => source).join('+')]);
  expect(told.map((pair) => pair.join(': ')).toSorted()).toEqual([
    'By link: one+two',
    `${headline}: one+two`,
    'Weekly update: one',
    'Weekly update: two',
  ]);
  const { changed } = await run.run(newsSource);
  expect(changed).toBe(false);
});

it('an item without a date, or of the future, bears the day on which it was seen, and keeps it', async () => {
  const { date: _, ...undated } = told(1);
  await using server = await serve(
    document(
      rss([
        undated,
        { ...told(2, 'A date that lies ahead of us all'), date: '2031-01-01T00:00:00Z' },
      ]),
      XML,
    ),
  );
  using run = new SectionRun({ news: { sources: [feed('a', server.url)], phrases: [] } }, [
    server.host,
  ]);
  const first = await run.run(newsSource);
  expect(problemsOf(first)).toContain(
    'news/a: 1 items have no usable date; they bear the day on which they were seen',
  );
  await run.run(newsSource, '2026-12-24T06:17:00Z');
  expect(
    run.records(news).map(({ published, published_from }) => [published, published_from]),
  ).toEqual([
    ['2026-11-24T00:00:00Z', 'fetched'],
    ['2026-11-24T00:00:00Z', 'fetched'],
  ]);
});

it('a guid used twice, and one link given twice, lose no item and double none', async () => {
  const twice = [
    told(1),
    { ...told(2, 'A quite different story about wheels'), guid: 'g' },
    { ...told(3, 'And a third one about sensors in skin'), guid: 'g' },
    told(1),
  ];
  await using server = await serve(document(rss(twice), XML));
  using run = new SectionRun({ news: { sources: [feed('a', server.url)], phrases: [] } }, [
    server.host,
  ]);
  await run.run(newsSource);
  expect(run.records(news)).toHaveLength(3);
});

it('of ten thousand items the first thousand are read, the rest are counted, and another feed is read as ever', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => ({
    title: `Story number ${n} of the great archive of machines`,
    link: `https://archive.example.com/${n}`,
    date: '2026-11-23T10:00:00Z',
  }));
  await using server = await serve((request, response) =>
    document(request.url === '/many' ? rss(many) : rss([told(1)]), XML)(request, response),
  );
  const sources = [feed('many', `${server.url}/many`), feed('good', `${server.url}/good`)];
  using run = new SectionRun({ news: { sources, phrases: [] } }, [server.host]);
  const result = await run.run(newsSource);
  expect(run.records(news)).toHaveLength(1001);
  expect(problemsOf(result)).toEqual([
    'news/many: the feed holds 9000 items beyond the first 1000; they were not read',
  ]);
});

it('follows three redirects and no fourth', async () => {
  await using server = await serve((request, response) => {
    const [, left = 0] = /^\/hop(\d)$/.exec(request.url ?? '') ?? [];
    if (Number(left) > 0) redirect(`/hop${Number(left) - 1}`)(request, response);
    else document(rss([told(1)]), XML)(request, response);
  });
  const sources = [feed('three', `${server.url}/hop3`), feed('four', `${server.url}/hop4`)];
  using run = new SectionRun({ news: { sources, phrases: [] } }, [server.host]);
  const result = await run.run(newsSource);
  expect(statesOf(result)).toMatchObject({ 'news/three': 'new', 'news/four': 'failing' });
  expect(problemsOf(result).join()).toMatch(/news\/four: .*redirect/);
});
