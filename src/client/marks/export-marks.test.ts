import { describe, expect, it } from 'vitest';
import { collectCitations, marksBibtex, marksCsv } from './export-marks.ts';
import { isForPage, nextIndex } from './keyboard.ts';
import { idsOfLink, shareLink } from './share-link.ts';

const citable = (id: string) => ({
  id,
  title: 'Grasping & more',
  authors: [{ name: 'Ada Example' }],
  submitted: '2026-11-01T00:00:00Z',
  primary_category: 'cs.RO',
  doi: null,
});

describe('a list in a link', () => {
  it('comes back in its order, old ids too, each once', () => {
    const ids = ['2611.00002', 'hep-th/9901001', '2611.00001'];
    const link = new URL(shareLink('https://example.org/saved/', ids));
    expect(link.search).toBe('');
    expect(idsOfLink(link.hash)).toEqual(ids);
    expect(idsOfLink(`${link.hash},2611.00002`)).toEqual(ids);
  });

  it('takes nothing but arXiv ids', () => {
    expect(idsOfLink('#ids=<script>,javascript:1,%,2611.00001,../x')).toEqual(['2611.00001']);
    expect(idsOfLink('')).toEqual([]);
  });
});

describe('exports', () => {
  it('guard spreadsheet cells', () => {
    const csv = marksCsv([
      { id: '2611.00001', mark: { title: '=HYPERLINK("x")', authors: 'A, B', star: true, at: 1 } },
    ]);
    expect(csv.split('\r\n')[1]).toBe(
      `2611.00001,"'=HYPERLINK(""x"")","A, B",,true,,,https://arxiv.org/abs/2611.00001`,
    );
  });

  it('hold every paper that could be had, in order, and name the others', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `2611.000${String(i + 10)}`);
    const { papers, failed } = await collectCitations(
      ids,
      async (id) => {
        if (id === '2611.00013') throw new Error('offline');
        return citable(id);
      },
      () => {},
    );
    expect(papers.map((p) => p.id)).toEqual(ids.filter((id) => id !== '2611.00013'));
    expect(failed).toEqual(['2611.00013']);
    expect(marksBibtex(papers).match(/@misc/g)).toHaveLength(19);
  });
});

describe('keys', () => {
  it('begin at the first row in sight and stop at the ends', () => {
    expect(nextIndex(-1, 1, 10, 4)).toBe(4);
    expect(nextIndex(-1, 1, 10, -1)).toBe(0);
    expect(nextIndex(9, 1, 10, 0)).toBe(9);
    expect(nextIndex(0, -1, 10, 0)).toBe(0);
    expect(nextIndex(3, 1, 0, 0)).toBe(-1);
  });

  it('leave the browser’s and an input method’s keys alone', () => {
    const plain = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false };
    expect(isForPage(plain, null)).toBe(true);
    for (const held of ['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const)
      expect(isForPage({ ...plain, [held]: true }, null)).toBe(false);
  });
});
