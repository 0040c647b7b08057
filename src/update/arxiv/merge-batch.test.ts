import { describe, expect, it } from 'vitest';
import type { AnnouncedItem, FetchedPaper, Paper } from '../../paper.ts';
import { mergeBatch, type BatchFacts } from './merge-batch.ts';
import type { Sighting } from './sighting.ts';

const listing = '2026-11-10';
const fetched: FetchedPaper = {
  id: '2611.00100',
  version: 1,
  title: 'Gaits',
  abstract: 'A robot walks. Code: https://github.com/pulse-lab/gait',
  authors: [{ name: 'Ada Lovelace' }],
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  submitted: '2026-11-09T10:00:00Z',
  updated: '2026-11-09T10:00:00Z',
  comment: null,
  journal_ref: null,
  doi: null,
  from: 'api',
};
const item: AnnouncedItem = {
  id: fetched.id,
  version: 1,
  type: 'new',
  title: fetched.title,
  abstract: 'A robot walks.',
  authors: fetched.authors,
  categories: ['cs.RO'],
  license: null,
};
const sighting = (more: Partial<Sighting>): Sighting => ({
  id: fetched.id,
  item: null,
  fetched: null,
  known: null,
  ...more,
});

function merge(seen: Sighting[], more: Partial<BatchFacts> = {}) {
  return mergeBatch({
    seen,
    listing,
    neighbours: [],
    categories: ['cs.RO', 'cs.LG'],
    keep: ({ categories }) =>
      categories.includes('cs.RO') ? { category: 'cs.RO', rule: 'all' } : null,
    today: '2026-11-10',
    ...more,
  });
}

function stored(more: Partial<Paper> = {}): Paper {
  const [paper] = merge([sighting({ fetched })], { listing: null }).papers;
  if (!paper) throw new Error('nothing was merged');
  return { ...paper, ...more };
}

describe('merging a batch', () => {
  it('dates a paper by the feed that named it, and finds its links', () => {
    const { papers, outcomes, merged } = merge([sighting({ item, fetched })]);
    expect(papers).toMatchObject([
      { announced: listing, announced_from: 'feed', links: [{ kind: 'code' }] },
    ]);
    expect(outcomes.get(fetched.id)).toBe('kept');
    expect(merged).toEqual({ added: 1, updated: 0, unchanged: 0 });
  });

  it('dates a paper that no feed named by ids and calendar', () => {
    expect(merge([sighting({ fetched })]).papers).toMatchObject([
      { announced: '2026-11-10', announced_from: 'derived' },
    ]);
  });

  it('corrects a derived date by the feed, and moves the paper', () => {
    const known = stored({ announced: '2026-11-09' });
    const { papers } = merge([sighting({ item, fetched, known })]);
    expect(papers).toMatchObject([{ announced: listing, announced_from: 'feed' }]);
  });

  it('does not move a paper for a cross-list that comes after it was seen', () => {
    const known = stored({ first_seen: '2026-11-02', announced: '2026-11-02' });
    const crossed = { ...item, type: 'cross' as const };
    const { papers } = merge([sighting({ item: crossed, known, fetched })]);
    for (const { announced } of papers) expect(announced).toBe('2026-11-02');
  });

  it('says when a version was replaced: as the feed states it, else by the calendar', () => {
    const second = {
      ...fetched,
      version: 2,
      updated: '2026-11-11T10:00:00Z',
      title: 'Gaits, again',
    };
    const replaced = { ...item, version: 2, type: 'replace' as const };
    const known = stored();
    const byFeed = merge([sighting({ item: replaced, fetched: second, known })], {
      listing: '2026-11-13',
    });
    expect(byFeed.papers[0]?.history).toMatchObject([
      { version: 1, replaced: '2026-11-13', title: 'Gaits' },
    ]);
    const byCalendar = merge([sighting({ fetched: second, known })]);
    expect(byCalendar.papers[0]?.history).toMatchObject([{ version: 1, replaced: '2026-11-12' }]);
  });

  it('leaves out what config does not keep, unless the archive holds it', () => {
    const elsewhere = { ...fetched, categories: ['cs.LG'] };
    const announced = { ...item, categories: ['cs.LG'] };
    const { papers, outcomes } = merge([sighting({ item: announced, fetched: elsewhere })]);
    expect(papers).toEqual([]);
    expect(outcomes.get(fetched.id)).toBe('not_matching');
    const known = merge([sighting({ item: announced, fetched: elsewhere, known: stored() })]);
    expect(known.outcomes.get(fetched.id)).toBe('kept');
  });

  it('fails a replacement of an unknown paper of which only the feed tells', () => {
    const replaced = { ...item, version: 3, type: 'replace' as const };
    const provisional: FetchedPaper = { ...fetched, version: 3, from: 'feed' };
    const { papers, outcomes } = merge([sighting({ item: replaced, fetched: provisional })]);
    expect(papers).toEqual([]);
    expect(outcomes.get(fetched.id)).toBe('failed');
  });

  it('says nothing new of what it knows already', () => {
    const first = merge([sighting({ item, fetched })]).papers[0];
    const again = merge([sighting({ item, fetched, known: first ?? null })], {
      today: '2026-11-11',
    });
    expect(again.papers).toEqual([]);
    expect(again.merged.unchanged).toBe(1);
  });
});
