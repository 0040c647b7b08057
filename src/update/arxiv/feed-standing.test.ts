import { describe, expect, it } from 'vitest';
import type { AnnouncedItem, Announcement } from '../../paper.ts';
import { feedStanding } from './feed-standing.ts';

const item = (id: string, type: AnnouncedItem['type'] = 'new'): AnnouncedItem => ({
  id,
  version: type === 'new' ? 1 : 2,
  type,
  title: 'T',
  abstract: 'A',
  authors: [],
  categories: ['cs.RO'],
  license: null,
});

const feed = (date: string | null, items: AnnouncedItem[]): Announcement => ({
  date,
  built: null,
  categories: ['cs.RO'],
  items,
});

const none = new Map<string, string>();
const due = '2026-11-12';
const items = [item('2611.00100'), item('2611.00110'), item('2611.00120')];

describe('a feed', () => {
  it('without items is empty', () => {
    expect(feedStanding(feed(null, []), { due, submitted: none, newestBefore: null })).toBe(
      'empty',
    );
  });

  it('of an earlier date is stale', () => {
    const earlier = feed('2026-11-11', items);
    expect(feedStanding(earlier, { due, submitted: none, newestBefore: null })).toBe('stale');
  });

  it('under today’s stamp is stale when its papers were due before', () => {
    const submitted = new Map(items.map(({ id }) => [id, '2026-11-10T12:00:00Z']));
    expect(feedStanding(feed(due, items), { due, submitted, newestBefore: null })).toBe('stale');
  });

  it('is fresh when a part of its papers was held', () => {
    const submitted = new Map([
      ['2611.00100', '2026-10-30T12:00:00Z'],
      ['2611.00110', '2026-11-11T12:00:00Z'],
      ['2611.00120', '2026-11-11T13:00:00Z'],
    ]);
    expect(feedStanding(feed(due, items), { due, submitted, newestBefore: null })).toBe('fresh');
  });

  it('is fresh when all of its few papers were held, and their ids follow on those of the listing before', () => {
    const submitted = new Map(items.map(({ id }) => [id, '2026-10-30T12:00:00Z']));
    const by = (newestBefore: string, followsOn: boolean) =>
      feedStanding(feed(due, items), { due, submitted, newestBefore, followsOn });
    expect(by('2611.00099', true)).toBe('fresh');
    // a listing in between may have been missed, and be the one that is shown
    expect(by('2611.00099', false)).toBe('stale');
    expect(by('2611.00100', true)).toBe('stale');
  });

  it('is judged by its ids when no submission time is known', () => {
    const by = (newestBefore: string | null) =>
      feedStanding(feed(due, items), { due, submitted: none, newestBefore });
    expect(by('2611.00099')).toBe('fresh');
    expect(by('2611.00115')).toBe('stale');
    expect(by(null)).toBe('fresh');
  });

  it('with nothing but replacements says nothing against its date', () => {
    const replaced = feed(due, [item('2501.00001', 'replace')]);
    expect(feedStanding(replaced, { due, submitted: none, newestBefore: '2611.00500' })).toBe(
      'fresh',
    );
  });
});
