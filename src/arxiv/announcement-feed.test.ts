import { describe, expect, it } from 'vitest';
import { parseAnnouncements } from './announcement-feed.ts';
import { readFixture } from './fixtures/read-fixture.ts';

const where = 'https://rss.arxiv.org/atom/cs.RO+cs.CV';
const parse = (xml: string) => parseAnnouncements(xml, { where });
const atom = readFixture('announcements.atom.xml');
const rss = readFixture('announcements.rss.xml');

describe('an announcement feed', () => {
  it('states the listing date, when it was built, and for which categories', () => {
    const { date, built, categories } = parse(atom);
    expect({ date, built, categories }).toEqual({
      date: '2026-11-23',
      built: '2026-11-23T05:00:19Z',
      categories: ['cs.RO', 'cs.CV'],
    });
  });

  it('gives every field of an item', () => {
    expect(parse(atom).items[0]).toEqual({
      id: '2611.10101',
      version: 1,
      type: 'new',
      title: 'Grasp & Go: Mobile Manipulation with $\\pi$-Shaped Grippers',
      abstract: 'A gripper that is both strong and gentle, for costs $c < 100$.',
      authors: [
        { name: 'Ada Müller', affiliation: 'Institute of Invented Robotics, Example City' },
        { name: 'Bao Nguyễn' },
        { name: 'James C. Lombardi Jr.' },
      ],
      categories: ['cs.RO', 'cs.AI'],
      license: 'http://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('knows the four kinds of announcement, and versions', () => {
    expect(parse(atom).items.map(({ id, version, type }) => [id, version, type])).toEqual([
      ['2611.10101', 1, 'new'],
      ['2611.10120', 1, 'cross'],
      ['2610.00777', 2, 'replace'],
      ['cs/0503050', 5, 'replace-cross'],
    ]);
  });

  it('says the same in RSS 2.0', () => {
    const announcement = parse(rss);
    expect(announcement.items).toEqual(parse(atom).items.slice(0, 2));
    expect(announcement).toMatchObject({
      date: '2026-11-23',
      built: '2026-11-23T05:00:11Z',
      categories: ['cs.RO'],
    });
  });

  it('turns accents of titles into Unicode', () => {
    expect(parse(atom).items[1]?.title).toBe('Erdős Graphs for Loop Closure');
  });

  it('is empty at a weekend: no date, no item, no complaint', () => {
    expect(parse(readFixture('announcements-empty.rss.xml'))).toEqual({
      date: null,
      built: '2026-11-21T05:00:09Z',
      categories: ['cs.RO'],
      items: [],
      rejected: [],
    });
  });

  it('names leftovers of an older mailing instead of mixing them in', () => {
    const stale = atom.replace('2026-11-23T00:00:00-05:00', '2026-11-20T00:00:00-05:00');
    const { date, items, rejected } = parse(stale);
    expect(date).toBe('2026-11-23');
    expect(items).toHaveLength(3);
    expect(rejected).toEqual([
      {
        where: 'oai:arXiv.org:2611.10101v1',
        why: 'it is dated 2026-11-20 in the announcement of 2026-11-23',
      },
    ]);
  });

  it.each([
    [
      'an id that is none',
      'oai:arXiv.org:2611.10101v1',
      'oai:arXiv.org:nothing',
      'arXiv:2611.10101v1',
      'arXiv:nothing',
    ],
    ['an unknown kind', '<arxiv:announce_type>new<', '<arxiv:announce_type>absonly<', 'x', 'x'],
    ['no date', '<published>2026-11-23T00:00:00-05:00<', '<published>soon<', 'x', 'x'],
  ])('rejects an item with %s, not the feed', (_what, from, to, alsoFrom, alsoTo) => {
    const { items, rejected } = parse(atom.replace(from, to).replace(alsoFrom, alsoTo));
    expect(items).toHaveLength(3);
    expect(rejected).toHaveLength(1);
  });

  it('counts an item once that is listed twice', () => {
    const [entry = ''] = /<entry>[\s\S]*?<\/entry>/.exec(atom) ?? [];
    expect(parse(atom.replace('</feed>', `${entry}</feed>`)).items).toHaveLength(4);
  });
});

describe('what is no announcement feed', () => {
  it('is arXiv’s error feed, sent with HTTP 400', () => {
    expect(() => parse(readFixture('announcements-error.atom.xml'))).toThrow(
      /Bad subject class 'XX'.*from https:\/\/rss\.arxiv\.org.*config\.yaml/,
    );
  });

  it('is another feed', () => {
    expect(() => parse(atom.replace('updates on arXiv.org<', 'news<'))).toThrow(/ARXIV_FEED_URL/);
    expect(() => parse('<rss version="2.0"/>')).toThrow(
      expect.objectContaining({ problem: 'refused' }),
    );
  });

  it('names an item whose id and text differ, as a digit changed on the way makes it', () => {
    const { items, rejected } = parse(atom.replace('org:2611.10101v1', 'org:2611.10107v1'));
    expect(items.map(({ id }) => id)).not.toContain('2611.10107');
    expect(rejected).toMatchObject([{ where: 'oai:arXiv.org:2611.10107v1' }]);
  });

  it('is cut off, at whatever byte', () => {
    for (const whole of [atom, rss]) {
      const root = whole === atom ? '</feed>' : '</rss>';
      const end = whole.lastIndexOf(root) + root.length;
      for (let cut = 0; cut < end; cut += 1) {
        expect(() => parse(whole.slice(0, cut)), `cut at ${cut}`).toThrow(
          expect.objectContaining({ problem: 'malformed' }),
        );
      }
    }
  });
});
