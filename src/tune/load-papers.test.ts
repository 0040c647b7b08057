import { describe, expect, it } from 'vitest';
import { loadPapers } from './load-papers.ts';

const paper = (id: string) => ({
  id,
  title: id,
  abstract: null,
  categories: ['cs.RO'],
  authors: [],
});

/** A site that holds these days; `null` for a file that is not there. */
const site =
  (days: Record<string, string[] | null>) =>
  async (url: string | URL | Request): Promise<Response> => {
    const name =
      (url instanceof Request ? url.url : url).toString().split('/').at(-1)?.replace('.json', '') ??
      '';
    if (name === 'days')
      return Response.json({ days: Object.keys(days).map((date) => ({ date, total: 1 })) });
    const ids = days[name];
    return ids ? Response.json({ papers: ids.map(paper) }) : new Response('', { status: 404 });
  };

describe('loadPapers', () => {
  it('gives the papers of the recent days, oldest first, and tells how far it is', async () => {
    const told: [number, number][] = [];
    const get = site({ '2026-11-24': ['3', '4'], '2026-11-23': ['2'], '2026-01-05': ['1'] });
    const found = await loadPapers('/pulse/', (at, of) => told.push([at, of]), get);
    expect(found.papers.map(({ id }) => id)).toEqual(['2', '3', '4']);
    expect(found.papers[0]).toEqual({ id: '2', title: '2', abstract: null, categories: ['cs.RO'] });
    expect([found.from, found.to]).toEqual(['2026-11-23', '2026-11-24']);
    expect(told.at(-1)).toEqual([2, 2]);
  });

  it('of an archive without days is empty', async () => {
    expect(await loadPapers('/', () => {}, site({}))).toEqual({ papers: [], from: null, to: null });
  });

  it('names the file that could not be had, and gives no half of the papers', async () => {
    const get = site({ '2026-11-24': ['3'], '2026-11-23': null });
    await expect(loadPapers('/pulse/', () => {}, get)).rejects.toThrow(
      '/pulse/api/v1/days/2026-11-23.json: 404',
    );
    const offline = () => Promise.reject(new TypeError('offline'));
    await expect(loadPapers('/', () => {}, offline)).rejects.toThrow('/api/v1/days.json');
  });
});
