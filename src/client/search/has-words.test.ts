import { describe, expect, it } from 'vitest';
import { hasWords } from './has-words.ts';
import type { PagefindResult } from './pagefind-types.ts';

const result = (excerpt: string, meta: Record<string, string> = {}): PagefindResult => ({
  id: '1',
  score: 1,
  data: async () => ({ url: '', excerpt, meta }),
});

describe('hasWords', () => {
  it.each([
    ['studies', 'a <mark>study</mark> of'],
    ['UAVs', '<mark>UAV</mark>'],
    ['grasp', '<mark>grasping</mark>'],
    ['soft hand', 'a <mark>soft</mark> <mark>hand</mark>'],
  ])('%j is what %j speaks of', async (query, excerpt) => {
    expect(await hasWords(result(excerpt), query)).toBe(true);
  });

  it('looks into title, authors and ids too', async () => {
    const meta = { title: 'Folding laundry', authors: 'Mei Zhang', words: '2611.20004 灵巧手' };
    for (const query of ['laundry', 'zhang', '2611.20004', '灵巧手'])
      expect(await hasWords(result('nothing', meta), query)).toBe(true);
  });

  it('does not take a letter for a word', async () => {
    expect(await hasWords(result('an <mark>x</mark> ray'), 'xylophone')).toBe(false);
    expect(await hasWords(result('<mark>soft</mark> <mark>x</mark>'), 'soft xylophone')).toBe(
      false,
    );
  });

  it('has nothing to say against a search without words, and nothing for one without results', async () => {
    expect(await hasWords(result(''), null)).toBe(true);
    expect(await hasWords(undefined, 'hand')).toBe(false);
  });
});
