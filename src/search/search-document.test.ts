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
  const html = searchDocument(paper, tags, '2026-11-30');

  it('keeps outside text as text', () => {
    expect(html).toContain('data-pagefind-meta="title:A &lt;script&gt; &amp; a &quot;hand&quot;"');
  });

  it('carries id, day, topics and filters', () => {
    expect(html).toContain('data-pagefind-meta="id:2611.00001"');
    expect(html).toContain('data-pagefind-filter="topic:hands"');
    expect(html).toContain('data-pagefind-filter="year:2026"');
    expect(html).toContain('data-pagefind-filter="code:yes"');
    expect(html).toContain('data-pagefind-filter="facet:hardware/gripper"');
    expect(html).toContain('data-pagefind-filter="category:cs.RO"');
  });

  it('names every author', () => {
    expect(html).toContain('authors:Ada, Ben, Cy, Di, Eve');
  });

  it('has the title for a text where the abstract is not known yet', () => {
    expect(html).toContain('<p>A &lt;script&gt;');
  });

  it('is found by topic in both languages', () => {
    expect(html).toContain('Dexterous hands 灵巧手');
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
