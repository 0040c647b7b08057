import { describe, expect, it } from 'vitest';
import { hasWords } from './has-words.ts';
import type { PagefindResult } from './pagefind-types.ts';

const result = (
  excerpt: string,
  meta: Record<string, string> = {},
  content = '',
): PagefindResult => ({
  id: '1',
  score: 1,
  data: async () => ({ url: '', excerpt, content, meta }),
});
const noPage = async () => '';

describe('hasWords', () => {
  it.each([
    ['studies', 'a <mark>study</mark> of'],
    ['UAVs', '<mark>UAV</mark>'],
    ['grasp', '<mark>grasping</mark>'],
    ['soft hand', 'a <mark>soft</mark> <mark>hand</mark>'],
  ])('%j is what %j speaks of', async (query, excerpt) => {
    expect(await hasWords(result(excerpt), query, noPage)).toBe(true);
  });

  it('looks into title, authors and the opening too', async () => {
    const first = result('', { title: 'Folding laundry', authors: 'Mei Zhang' }, 'Two arms wait.');
    for (const query of ['laundry', 'zhang', 'arms'])
      expect(await hasWords(first, query, noPage)).toBe(true);
  });

  it('looks into the page for what the fragment does not hold, and trusts what it cannot look at', async () => {
    const first = result('nothing', { id: '2611.1' });
    const page = async (id: string) => (id === '2611.1' ? 'it folds laundry' : '');
    expect(await hasWords(first, 'laundry', page)).toBe(true);
    expect(await hasWords(first, 'xylophone', page)).toBe(false);
    expect(await hasWords(first, 'xylophone', async () => null)).toBe(true);
  });

  it('does not take a letter for a word', async () => {
    expect(await hasWords(result('an <mark>x</mark> ray'), 'xylophone', noPage)).toBe(false);
    expect(
      await hasWords(result('<mark>soft</mark> <mark>x</mark>'), 'soft xylophone', noPage),
    ).toBe(false);
  });

  it('has nothing to say against a search without words, or of Chinese topic names', async () => {
    expect(await hasWords(result(''), null, noPage)).toBe(true);
    expect(await hasWords(result(''), '灵巧手', noPage)).toBe(true);
    expect(await hasWords(undefined, 'hand', noPage)).toBe(false);
  });
});
