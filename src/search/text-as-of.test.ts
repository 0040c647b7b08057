import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { textAsOf } from './text-as-of.ts';

const paper: Paper = {
  id: '2611.00001',
  version: 3,
  title: 'Third title',
  abstract: 'Third abstract.',
  authors: [{ name: 'Ada Example' }],
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  submitted: '2026-11-01T10:00:00Z',
  updated: '2026-11-20T10:00:00Z',
  announced: '2026-11-03',
  announced_from: 'feed',
  first_seen: '2026-11-03',
  comment: null,
  journal_ref: null,
  doi: null,
  links: [],
  history: [
    { version: 1, updated: '2026-11-01T10:00:00Z', replaced: '2026-11-10', title: 'First title' },
    {
      version: 2,
      updated: '2026-11-09T10:00:00Z',
      replaced: '2026-11-23',
      abstract: 'Second abstract.',
    },
  ],
};

describe('a paper’s text as of a day', () => {
  it('is today’s after the last replacement', () => {
    expect(textAsOf(paper, '2026-11-23').abstract).toBe('Third abstract.');
  });

  it('undoes later replacements one by one', () => {
    expect(textAsOf(paper, '2026-11-22')).toMatchObject({
      title: 'Third title',
      abstract: 'Second abstract.',
    });
    expect(textAsOf(paper, '2026-11-09')).toMatchObject({
      title: 'First title',
      abstract: 'Second abstract.',
    });
  });

  it('takes a replacement without date as old', () => {
    const history = paper.history.map((h) => ({ ...h, replaced: null }));
    expect(textAsOf({ ...paper, history }, '2026-11-03').title).toBe('Third title');
  });
});
