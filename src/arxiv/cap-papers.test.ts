import { describe, expect, it } from 'vitest';
import { capPapers } from './cap-papers.ts';
import { inventedPaper } from './fixtures/invented-paper.ts';

const papers = [1, 2, 3, 4].map((n) =>
  inventedPaper({
    id: `2611.0000${n}`,
    title: n === 2 ? 'Not ours' : 'Ours',
    submitted: `2026-11-1${5 - n}T00:00:00Z`,
  }),
);
const cap = {
  keep: ({ title }: { title: string }) => title === 'Ours',
  known: () => null as number | null,
};
const ids = (result: ReturnType<typeof capPapers>) =>
  result.papers.map(({ id }) => id.slice(-1)).join('');

describe('the cap of a run', () => {
  it('is none when none is set', () => {
    expect(capPapers(papers, cap)).toEqual({ papers, left: 0 });
  });

  it('leaves the newest submissions for later runs, and keeps the order', () => {
    const result = capPapers(papers, { ...cap, maxResults: 2 });
    expect(result.left).toBe(1);
    expect(ids(result)).toBe('234');
  });

  it('does not count what is not kept, or known already: so that each run goes on', () => {
    const known = (id: string) => (id.endsWith('4') || id.endsWith('3') ? 1 : null);
    expect(capPapers(papers, { ...cap, known, maxResults: 1 })).toEqual({ papers, left: 0 });
    expect(ids(capPapers(papers, { ...cap, known, maxResults: 0 }))).toBe('234');
  });
});
