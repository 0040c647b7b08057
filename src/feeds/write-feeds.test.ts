import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseFeed, parseOpml } from 'feedsmith';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import type { FeedItem, FeedModel } from './feed-model.ts';
import { nameUuid } from './name-uuid.ts';
import { writeAtom as writeAtomBytes } from './write-atom.ts';
import { writeJsonFeed as writeJsonFeedBytes } from './write-json-feed.ts';
import { writeOpml } from './write-opml.ts';
import { writeRss as writeRssBytes } from './write-rss.ts';
import { feedText } from './xml-element.ts';

const writeRss = (feed: FeedModel): string => writeRssBytes(feed).toString();
const writeAtom = (feed: FeedModel): string => writeAtomBytes(feed).toString();
const writeJsonFeed = (feed: FeedModel): string => writeJsonFeedBytes(feed).toString();

const item: FeedItem = {
  id: 'oai:arXiv.org:2601.10',
  title: 'Grasping at a < b & more',
  url: 'https://pulse.example.org/papers/2601.10/?a=1&b=2',
  published: '2026-11-24T00:00:00Z',
  authors: ['Ada Berg', "Bo O'Chen", '007'],
  categories: [{ term: 'grasping', label: 'Grasping "things"' }],
  summary: ['First <b>not bold</b>.', 'Second & last.'],
  related: 'https://arxiv.org/abs/2601.10',
};

const feedOf = (...items: FeedItem[]): FeedModel => ({
  id: nameUuid('a test'),
  title: 'A feed',
  description: 'Of a test',
  language: 'en',
  home: 'https://pulse.example.org/',
  self: {
    rss: 'https://pulse.example.org/feeds/all.xml',
    atom: 'https://pulse.example.org/feeds/all.atom.xml',
    json: 'https://pulse.example.org/feeds/all.json',
  },
  site: 'Pulse',
  updated: items[0]?.published ?? null,
  items,
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  isArray: (name) => ['item', 'entry', 'author', 'dc:creator', 'category', 'link'].includes(name),
});

const inSeconds = (date: unknown) => new Date(String(date)).toISOString().replace('.000', '');

/** What a reader's library finds in each format about the items. */
function readBack(feed: FeedModel) {
  const texts = [writeRss(feed), writeAtom(feed), writeJsonFeed(feed)];
  return texts.map((text) => {
    const { format, feed: found } = parseFeed(text);
    if (format === 'rss') {
      return (found.items ?? []).map((one) => ({
        id: one.guid?.value,
        title: one.title,
        url: one.link,
        published: inSeconds(one.pubDate),
        authors: one.dc?.creators ?? [],
      }));
    }
    if (format === 'atom') {
      return (found.entries ?? []).map((one) => ({
        id: one.id,
        title: one.title?.value,
        url: one.links?.find(({ rel }) => rel === 'alternate')?.href,
        published: inSeconds(one.published),
        authors: (one.authors ?? []).map(({ name }) => name),
      }));
    }
    if (format !== 'json') throw new Error(`read as ${format}`);
    return (found.items ?? []).map((one) => ({
      id: one.id,
      title: one.title,
      url: one.url,
      published: inSeconds(one.date_published),
      authors: (one.authors ?? []).map(({ name }) => name),
    }));
  });
}

const facts = ({ id, title, url, published, authors }: FeedItem) => ({
  id,
  title: feedText(title),
  url,
  published,
  authors: authors.map(feedText),
});

describe('a feed', () => {
  it('says the same items, dates and authors in all three formats', () => {
    const items = [item, { ...item, id: 'oai:arXiv.org:2601.11', authors: [] }];
    const wanted = items.map(facts);
    expect(readBack(feedOf(...items))).toEqual([wanted, wanted, wanted]);
  });

  it('is RSS 2.0 with every element that the channel and its items need', () => {
    const { rss } = parser.parse(writeRss(feedOf(item)));
    expect(rss.version).toBe('2.0');
    expect(rss.channel).toMatchObject({
      title: 'A feed',
      link: ['https://pulse.example.org/'],
      description: 'Of a test',
      lastBuildDate: 'Tue, 24 Nov 2026 00:00:00 GMT',
      ttl: '360',
      'atom:link': { rel: 'self', href: 'https://pulse.example.org/feeds/all.xml' },
    });
    expect(rss.channel.item).toEqual([
      {
        title: item.title,
        link: [item.url],
        guid: { '#text': item.id, isPermaLink: 'false' },
        pubDate: 'Tue, 24 Nov 2026 00:00:00 GMT',
        description: '<p>First &lt;b&gt;not bold&lt;/b&gt;.</p>\n<p>Second &amp; last.</p>',
        'dc:creator': item.authors,
        category: ['Grasping "things"'],
      },
    ]);
  });

  it('is Atom with what RFC 4287 requires of the feed and of each entry', () => {
    const { feed } = parser.parse(writeAtom(feedOf(item)));
    expect(feed).toMatchObject({
      xmlns: 'http://www.w3.org/2005/Atom',
      id: expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/),
      updated: item.published,
      author: [{ name: 'Pulse' }],
    });
    const [entry] = feed.entry;
    expect(entry).toMatchObject({
      id: item.id,
      title: item.title,
      updated: item.published,
      author: item.authors.map((name) => ({ name })),
      category: [{ term: 'grasping', label: 'Grasping "things"' }],
      summary: 'First <b>not bold</b>.\n\nSecond & last.',
    });
    expect(entry.link).toContainEqual({ rel: 'alternate', type: 'text/html', href: item.url });
  });

  it('names a WebSub hub in every format when there is one, and none otherwise', () => {
    const hub = 'https://hub.example.org/?a&b';
    const feed = { ...feedOf(item), hub };
    const { rss } = parser.parse(writeRss(feed));
    expect(rss.channel['atom:link']).toContainEqual({ rel: 'hub', href: hub });
    expect(parser.parse(writeAtom(feed)).feed.link).toContainEqual({ rel: 'hub', href: hub });
    expect(JSON.parse(writeJsonFeed(feed)).hubs).toEqual([{ type: 'WebSub', url: hub }]);
    for (const write of [writeRss, writeAtom, writeJsonFeed])
      expect(write(feedOf(item))).not.toMatch(/hub/);
  });

  it('holds no date when it holds no item, as no clock is read', () => {
    expect(writeRss(feedOf())).not.toContain('lastBuildDate');
    expect(writeAtom(feedOf())).toContain('<updated>1970-01-01T00:00:00Z</updated>');
    expect(JSON.parse(writeJsonFeed(feedOf())).items).toEqual([]);
  });

  it('keeps hostile text as text in every format', () => {
    const items = HOSTILE_STRINGS.filter((text) => feedText(text) !== '').map((text, n) => ({
      ...item,
      id: `oai:arXiv.org:2611.${10000 + n}`,
      title: `x${text}x`,
      authors: [`x${text}x`],
      summary: [text],
    }));
    const feed = feedOf(...items);
    expect(XMLValidator.validate(writeRss(feed))).toBe(true);
    expect(XMLValidator.validate(writeAtom(feed))).toBe(true);
    const { rss } = parser.parse(writeRss(feed));
    for (const { description } of rss.channel.item as { description: string }[])
      expect(description.replace(/<\/?p>/g, '')).not.toMatch(/[<>]/);
  });

  it('is well-formed and says the same whatever Unicode titles, names and abstracts hold', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).map((value) => `a${value}z`);
    const invented = fc.record({
      title: text,
      authors: fc.array(text, { maxLength: 3 }),
      summary: fc.array(fc.string({ unit: 'binary' }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(invented, { minLength: 1, maxLength: 3 }), (parts) => {
        const feed = feedOf(...parts.map((part, n) => ({ ...item, ...part, id: `urn:x:${n}` })));
        expect(XMLValidator.validate(writeRss(feed))).toBe(true);
        expect(XMLValidator.validate(writeAtom(feed))).toBe(true);
        const [rss, atom, json] = [writeRss(feed), writeAtom(feed), writeJsonFeed(feed)];
        const wanted = feed.items.map(({ title }) => feedText(title));
        const titles = (value: unknown) => (value as { title: string }[]).map(({ title }) => title);
        expect(titles(parser.parse(rss).rss.channel.item)).toEqual(wanted);
        expect(titles(parser.parse(atom).feed.entry)).toEqual(wanted);
        expect(titles(JSON.parse(json).items)).toEqual(wanted);
      }),
    );
  });
});

describe('writeOpml', () => {
  it('lists feeds under headings, as readers import them', () => {
    const { body } = parseOpml(
      writeOpml('All', [
        {
          title: 'Topics & more',
          feeds: [{ title: 'A "topic"', rss: 'https://e.org/a?b&c', home: 'https://e.org/' }],
        },
      ]),
    );
    expect(body?.outlines).toMatchObject([
      {
        text: 'Topics & more',
        outlines: [{ text: 'A "topic"', type: 'rss', xmlUrl: 'https://e.org/a?b&c' }],
      },
    ]);
  });
});

describe('nameUuid', () => {
  it('gives a name the same UUID of version 5 for ever', () => {
    expect(nameUuid('feeds/all')).toBe('urn:uuid:b5393446-abe4-5423-ad46-c42059c6d006');
    expect(nameUuid('feeds/all')).not.toBe(nameUuid('feeds/updated'));
    expect(nameUuid('x')).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });
});

it('writes an item the same whether it stands alone or after others, and in whichever feed', () => {
  const other = { ...item, id: 'oai:arXiv.org:2601.11', title: 'Ein Überblick 😀' };
  for (const [write, opening, between] of [
    [writeRss, '<item>', '\n'],
    [writeAtom, '<entry>', '\n'],
    [writeJsonFeed, '{"id":"oai', ','],
  ] as const) {
    const [one, two, both, none] = [[item], [other], [item, other], []].map((items) =>
      write({ ...feedOf(...items), updated: item.published }),
    );
    const [before = '', first = ''] = one!.split(new RegExp(`(?=${opening})`));
    const second = two!.slice(before.length);
    const after = none!.slice(before.trimEnd().length);
    expect(both).toBe(`${before}${first.slice(0, -after.length)}${between}${second}`);
  }
});
