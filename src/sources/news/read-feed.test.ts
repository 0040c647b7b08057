import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atom, jsonFeed, rdf, rss } from '../../../tests/sources/feed-documents.ts';
import { FeedError } from './feed-error.ts';
import { MOST_ITEMS, readFeed } from './read-feed.ts';

const ADDRESS = 'https://news.example.com/feed';
const story = {
  title: 'A gripper that <sorts> laundry & cutlery',
  link: 'https://news.example.com/a?utm_source=rss&id=7#top',
  date: '2026-11-23T08:30:00+08:00',
  text: '<p>It reads <a href="https://arxiv.org/abs/2611.01234v2">a paper</a> &amp; folds.</p><script>alert(1)</script>',
};
const titled = { ...story, title: 'A gripper that sorts laundry & cutlery' };

describe('a feed', () => {
  it.each([
    ['RSS 2.0', rss([{ ...titled, date: 'Mon, 23 Nov 2026 08:30:00 +0800' }])],
    ['Atom', atom([titled])],
    ['RDF', rdf([titled])],
    ['JSON Feed', jsonFeed([titled])],
  ])('in the form of %s gives the same plain item, its date in UTC', (_, document) => {
    expect(readFeed(document, ADDRESS)).toEqual({
      items: [
        {
          url: 'https://news.example.com/a?id=7',
          title: 'A gripper that sorts laundry & cutlery',
          text: 'It reads a paper & folds.',
          excerpt: 'It reads a paper & folds.',
          published: '2026-11-23T00:30:00Z',
          authors: [],
          papers: ['2611.01234'],
        },
      ],
      rejected: [],
      surplus: 0,
    });
  });

  it('keeps what Atom calls text as it stands, and reads RSS titles as HTML once', () => {
    expect(readFeed(atom([story]), ADDRESS).items[0]?.title).toBe(story.title);
    const twice = rss([{ ...story, title: 'Using &lt;b&gt; &amp; more' }]);
    expect(readFeed(twice, ADDRESS).items[0]?.title).toBe('Using <b> & more');
  });

  it.each([
    ['no link', '', 'it has no link'],
    ['a javascript: link', 'javascript:alert(1)', 'its link is not usable (javascript:alert(1))'],
    [
      'a link into a private network',
      'https://10.0.0.1/a',
      'its link is not usable (https://10.0.0.1/a)',
    ],
  ])('names an item with %s instead of dropping it', (_, link, why) => {
    const { items, rejected } = readFeed(rss([{ ...titled, link, guid: 'x1' }, titled]), ADDRESS);
    expect(items).toHaveLength(1);
    expect(rejected).toEqual([{ where: 'item 1 (“A gripper that sorts laundry & cutlery”)', why }]);
  });

  it('takes relative links from the address of the feed', () => {
    expect(readFeed(rss([{ ...titled, link: '/b' }]), ADDRESS).items[0]?.url).toBe(
      'https://news.example.com/b',
    );
  });

  it.each([[undefined], ['yesterday'], ['Mon, 31 Feb 2026 10:00:00 GMT']])(
    'leaves out the date %s',
    (date) => {
      const { title, link } = titled;
      const document = rss([date === undefined ? { title, link } : { title, link, date }]);
      expect(readFeed(document, ADDRESS).items[0]?.published).toBeNull();
    },
  );

  it(`reads the first ${MOST_ITEMS} of ten thousand items, and says how many more there are`, () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      title: `Story ${n}`,
      link: `https://e.example.com/${n}`,
    }));
    const { items, surplus } = readFeed(rss(many), ADDRESS);
    expect([items.length, surplus]).toEqual([MOST_ITEMS, 10_000 - MOST_ITEMS]);
  });

  it.each([
    ['nothing', ' ', 'empty'],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'a web page'],
    ['a cut feed', rss([titled]).slice(0, -30), 'cut off or broken'],
    ['entities of its own', rss([titled], '<!DOCTYPE rss [<!ENTITY a "b">]>'), 'declares entities'],
    ['other XML', '<note><to>x</to></note>', 'not RSS, Atom, RDF or JSON Feed'],
    ['other JSON', '{"items": 3}', 'not RSS, Atom, RDF or JSON Feed'],
  ])('that is %s is refused with the reason', (_, document, reason) => {
    expect(() => readFeed(document, ADDRESS)).toThrow(FeedError);
    expect(() => readFeed(document, ADDRESS)).toThrow(reason);
  });
});

describe('whatever the document', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constant('<p>&amp;lt;'),
    fc.webUrl(),
  );
  const told = fc.record({ title: value, link: value, date: value, text: value });

  it('every item is either there or named', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 6 }), (items) => {
        const { items: read, rejected } = readFeed(jsonFeed(items), ADDRESS);
        expect(read.length + rejected.length).toBe(items.length);
        for (const { url, title, excerpt } of read) {
          expect(url).toMatch(/^https?:\/\/[^\s'"<>]+$/);
          expect(`${title}${excerpt}`).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
          expect(title).not.toBe('');
        }
      }),
    );
  });

  it('a damaged document is read or refused, never anything else', () => {
    const documents = [rss([titled]), atom([titled]), rdf([titled]), jsonFeed([titled])];
    const damage = fc.tuple(
      fc.constantFrom(...documents),
      fc.nat(2000),
      fc.nat(80),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(damage, ([document, at, cut, put]) => {
        const start = at % document.length;
        const damaged = document.slice(0, start) + put + document.slice(start + cut);
        try {
          readFeed(damaged, ADDRESS);
        } catch (error) {
          expect(error).toBeInstanceOf(FeedError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
