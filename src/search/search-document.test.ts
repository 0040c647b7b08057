import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { chineseWords, segmentQuery } from './chinese-words.ts';
import { searchDocument } from './search-document.ts';

const paper: Paper = {
  id: '2611.00001',
  version: 1,
  title: 'A <script> & a "hand"',
  abstract: null,
  authors: ['Ada', 'Ben', 'Cy', 'Di', 'Eve'].map((name) => ({ name })),
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  submitted: '2026-11-01T10:00:00Z',
  updated: '2026-11-01T10:00:00Z',
  announced: '2026-11-03',
  announced_from: 'feed',
  first_seen: '2026-11-03',
  comment: null,
  journal_ref: null,
  doi: null,
  links: [],
  history: [],
};
const tags = {
  topics: [{ id: 'hands', name: { en: 'Dexterous hands', zh: '灵巧手' } }],
  hasCode: true,
  facets: ['hardware/gripper'],
};

describe('the document that is indexed', () => {
  const document = searchDocument(paper, tags, '2026-11-30');

  it('keeps outside text as text', () => {
    expect(document.meta).toMatchObject({ title: 'A <script> & a "hand"' });
  });

  it('carries id, day, topics and filters', () => {
    expect(document.url).toBe('papers/2611.00001/');
    expect(document.meta).toMatchObject({ id: '2611.00001', day: '2026-11-03', topics: 'hands' });
    expect(document.filters).toEqual({
      topic: ['hands'],
      facet: ['hardware/gripper'],
      category: ['cs.RO'],
      year: ['2026'],
      code: ['yes'],
    });
    expect(document.sort).toEqual({ day: '2026-11-03' });
  });

  it('has no filter for what there is nothing of', () => {
    const bare = searchDocument(paper, { topics: [], hasCode: false, facets: [] }, '2026-11-30');
    expect(Object.keys(bare.filters ?? {})).toEqual(['category', 'year']);
  });

  it('names every author', () => {
    expect(document.meta?.['authors']).toBe('Ada, Ben, Cy, Di, Eve');
  });

  it('has the title for a text where the abstract is not known yet', () => {
    expect(document.content).toBe('A <script> & a "hand"');
  });

  it('is found by topic in both languages', () => {
    expect(document.meta?.['words']).toContain('Dexterous hands 灵巧手');
  });
});

describe('Chinese queries', () => {
  it('are cut into the words that were indexed', () => {
    const indexed = new Set(['灵巧手', '抓取', '人形机器人'].flatMap(chineseWords));
    for (const word of segmentQuery('灵巧手 抓取人形机器人').split(' '))
      expect(indexed).toContain(word);
  });

  it('leave other words as typed', () => {
    expect(segmentQuery('  diffusion   policy "exact phrase"')).toBe(
      'diffusion policy "exact phrase"',
    );
  });
});
