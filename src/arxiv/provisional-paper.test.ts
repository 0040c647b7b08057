import { describe, expect, it } from 'vitest';
import { announcementDay } from '../calendar/calendar.ts';
import { inventedItem, inventedPaper } from './fixtures/invented-paper.ts';
import { papersOfFeed, provisionalPaper } from './provisional-paper.ts';

describe('a paper known from the feed alone', () => {
  it('bears a submission from which its own listing date derives', () => {
    for (const listed of ['2026-11-23', '2026-11-24', '2026-07-06']) {
      const paper = provisionalPaper(inventedItem(), listed, ['cs.RO']);
      expect(announcementDay(paper.submitted)).toBe(listed);
      expect(paper.submitted < `${listed}T00:00:00Z`).toBe(true);
    }
  });

  it('has a primary category that fits how it was announced', () => {
    const categories = ['cs.LG', 'cs.RO', 'math.OC'];
    const primary = (type: 'new' | 'cross' | 'replace' | 'replace-cross') =>
      provisionalPaper(inventedItem({ type, categories }), '2026-11-23', ['cs.RO'])
        .primary_category;
    expect(primary('new')).toBe('cs.RO');
    expect(primary('replace')).toBe('cs.RO');
    expect(primary('cross')).toBe('cs.LG');
    expect(primary('replace-cross')).toBe('cs.LG');
  });

  it('keeps text, authors, license and version, and says where it is from', () => {
    const { title, abstract, authors, license, version, from } = provisionalPaper(
      inventedItem({ version: 2, abstract: '' }),
      '2026-11-23',
      ['cs.RO'],
    );
    expect({ title, abstract, authors, license, version, from }).toEqual({
      title: 'A Paper',
      abstract: null,
      authors: [{ name: 'Ada Müller' }],
      license: 'http://creativecommons.org/licenses/by/4.0/',
      version: 2,
      from: 'feed',
    });
  });
});

describe('what the feed adds', () => {
  const request = { keep: () => true, known: () => null, categories: ['cs.RO'] };
  const announcement = (...items: ReturnType<typeof inventedItem>[]) => ({
    date: '2026-11-23',
    built: null,
    categories: ['cs.RO'],
    items,
  });
  const added = (
    feed: Parameters<typeof papersOfFeed>[0],
    changes = {},
    got = [inventedPaper({ id: '2611.00009' })],
  ) =>
    papersOfFeed(feed, { ...request, ...changes }, got).map(
      ({ id, version }) => `${id}v${version}`,
    );

  it('is what no other channel has, if it is kept', () => {
    expect(added(announcement(inventedItem()))).toEqual(['2611.10101v1']);
    expect(added(announcement(inventedItem()), { keep: () => false })).toEqual([]);
  });

  it('is the license of what another channel has in the same version', () => {
    expect(added(announcement(inventedItem()), { keep: () => false }, [inventedPaper()])).toEqual([
      '2611.10101v1',
    ]);
  });

  it('is a version that is newer than what others and the archive have, and no older one', () => {
    const replaced = announcement(inventedItem({ version: 2, type: 'replace' }));
    expect(added(replaced, {}, [inventedPaper()])).toEqual(['2611.10101v2']);
    expect(added(replaced, { known: () => 2 })).toEqual([]);
    expect(added(replaced, { known: () => 1 })).toEqual(['2611.10101v2']);
    expect(added(replaced, {}, [inventedPaper({ version: 3 })])).toEqual([]);
  });

  it('is nothing when the feed is empty', () => {
    expect(added({ ...announcement(), date: null })).toEqual([]);
  });
});
