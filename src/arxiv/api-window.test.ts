/** Windows of the API against an invented index: paging, halving, totals that move. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpResponse, RequestOptions } from '../http/request-options.ts';
import type { FetchedPaper } from '../paper.ts';
import { formatInstant } from '../text/dates.ts';
import type { ApiChannel } from './api-page.ts';
import { fetchIds, fetchRevisions } from './api-lists.ts';
import { fetchWindow, type ApiPage } from './api-window.ts';
import { skipped } from './channel-report.ts';
import type { DayRange } from './submission-window.ts';

interface Entry {
  id: string;
  submitted: string;
  updated?: string;
}

/** Entries spread evenly over the days from 1 November on. */
const spread = (count: number, days: number): Entry[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `2611.${String(n + 1).padStart(5, '0')}`,
    submitted: formatInstant(Date.UTC(2026, 10, 1) + Math.floor((n / count) * days * 86_400_000)),
  }));

/** An index that answers as the API does; `entriesAt` gives what it holds at the n-th request. */
function channelOver(
  entriesAt: (n: number) => Entry[],
  pageSize = 50,
): { channel: ApiChannel; starts: string[] } {
  const starts: string[] = [];
  const get = (address: string, { complaint }: RequestOptions): Promise<HttpResponse> => {
    const { searchParams } = new URL(address);
    const query = searchParams.get('search_query') ?? '';
    const ids = (searchParams.get('id_list') ?? '').split(',').filter((id) => id !== '');
    const [start, max] = ['start', 'max_results'].map((name) => Number(searchParams.get(name)));
    starts.push(`${/\[(\d{8})/.exec(query)?.[1] ?? ''}+${start}`);
    const [from = '', to = ''] = [...query.matchAll(/(\d{4})(\d\d)(\d\d)0000/g)].map((d) =>
      d.slice(1).join('-'),
    );
    const matching = entriesAt(starts.length).filter(({ id, submitted }) =>
      ids.length > 0 ? ids.includes(id) : submitted >= from && submitted < to,
    );
    if (searchParams.get('sortBy') === 'lastUpdatedDate') {
      matching.sort((a, b) => ((a.updated ?? a.submitted) < (b.updated ?? b.submitted) ? 1 : -1));
    }
    const page = matching.slice(start, (start ?? 0) + (max ?? 0));
    const title = `arXiv Query: search_query=${query}&amp;id_list=${ids.join(',')}&amp;start=${start}&amp;max_results=${max}`;
    const body = `<feed><title>${title}</title><itemsPerPage>${max}</itemsPerPage><totalResults>${matching.length}</totalResults><startIndex>${start}</startIndex>${page.map(entryXml).join('')}</feed>`;
    const wrong = complaint?.(body) ?? null;
    if (wrong !== null) return Promise.reject(new Error(wrong));
    return Promise.resolve({ status: 200, headers: {}, body, url: address, notModified: false });
  };
  const channel: ApiChannel = {
    client: { get },
    base: 'https://export.arxiv.org/api/query',
    categories: ['cs.RO'],
    pageSize,
    report: skipped(),
    rejected: [],
    papers: () => 0,
    onProgress: () => undefined,
    clock: () => 0,
  };
  return { channel, starts };
}

const entryXml = ({ id, submitted, updated = submitted }: Entry): string =>
  `<entry><id>http://arxiv.org/abs/${id}v1</id><title>T</title><summary>S</summary><published>${submitted}</published><updated>${updated}</updated><primary_category term="cs.RO"/><author><name>A. B.</name></author></entry>`;

async function all(pages: AsyncIterable<ApiPage | FetchedPaper[]>): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of pages)
    ids.push(...('papers' in page ? page.papers : page).map(({ id }) => id));
  return ids;
}
const november: DayRange = { from: '2026-11-01', through: '2026-11-30' };
const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

describe('a window', () => {
  it('is read in as few pages as it has, in order', async () => {
    const entries = spread(120, 30);
    const { channel, starts } = channelOver(() => entries);
    expect(await all(fetchWindow(channel, november))).toEqual(idsOf(entries));
    expect(starts).toEqual(['20261101+0', '20261101+50', '20261101+100']);
    expect(channel.report).toMatchObject({ requests: 3, pages: 3, rows: 120, failed: 0 });
  });

  it('goes on from a place within it', async () => {
    const entries = spread(120, 30);
    const { channel, starts } = channelOver(() => entries);
    expect(await all(fetchWindow(channel, november, 50))).toEqual(idsOf(entries).slice(50));
    expect(starts).toHaveLength(2);
  });

  it('with more than the server pages through is halved until the parts fit', async () => {
    const entries = spread(12_000, 30);
    const { channel } = channelOver(() => entries, 2000);
    expect(new Set(await all(fetchWindow(channel, november)))).toEqual(new Set(idsOf(entries)));
    expect(channel.report.requests).toBe(1 + 3 + 3);
  });

  it('of one day with more than that gives what can be had and says so', async () => {
    const entries = spread(10_500, 1);
    const { channel } = channelOver(() => entries, 2000);
    const ids: string[] = [];
    await expect(
      (async () => {
        const day = { from: '2026-11-01', through: '2026-11-01' };
        for await (const page of fetchWindow(channel, day))
          ids.push(...page.papers.map(({ id }) => id));
      })(),
    ).rejects.toThrow(
      /10500 papers on 2026-11-01, more than the API pages through.*fewer categories/,
    );
    expect(ids).toHaveLength(10_000);
  });

  it('that is empty is asked for twice, and may be', async () => {
    const { channel } = channelOver(() => []);
    expect(await all(fetchWindow(channel, november))).toEqual([]);
    expect(channel.report.requests).toBe(2);
  });

  it('whose pages repeat instead of going on is walked once more and then not believed', async () => {
    const entries = spread(120, 30);
    const { channel } = channelOver((n) =>
      n % 3 === 2 ? [...entries.slice(50), ...entries.slice(0, 50)] : entries,
    );
    await expect(all(fetchWindow(channel, november))).rejects.toThrow(
      expect.objectContaining({ problem: 'inconsistent' }),
    );
    expect(channel.report.requests).toBe(6);
  });

  it('loses nothing that stays, whenever papers come or go', async () => {
    const entries = spread(200, 30);
    const changes = fc.array(
      fc.record({ at: fc.integer({ min: 2, max: 8 }), gone: fc.integer({ min: 0, max: 199 }) }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const missing = (n: number) =>
          new Set(list.filter(({ at }) => at <= n).map(({ gone }) => gone));
        const { channel } = channelOver((n) =>
          entries.filter((_, index) => !missing(n).has(index)),
        );
        const got = new Set(await all(fetchWindow(channel, november)));
        const stay = entries.filter((_, index) => !missing(99).has(index));
        expect(stay.filter(({ id }) => !got.has(id))).toEqual([]);
      }),
    );
  });
});

describe('revisions', () => {
  it('are read back to the instant and no further', async () => {
    const entries = spread(300, 30);
    for (const [n, entry] of entries.entries()) {
      entry.updated = formatInstant(Date.UTC(2026, 11, 31) - n * 3_600_000);
    }
    const { channel, starts } = channelOver(() => entries, 50);
    const since = formatInstant(Date.UTC(2026, 11, 31) - 70 * 3_600_000);
    expect(await all(fetchRevisions(channel, '2026-12-01', since))).toEqual(
      idsOf(entries).slice(0, 71),
    );
    expect(starts).toEqual(['19910801+0', '19910801+50']);
  });

  it('end where the list ends', async () => {
    const entries = spread(10, 30);
    const { channel } = channelOver(() => entries, 50);
    expect(await all(fetchRevisions(channel, '2026-12-01', '2000-01-01T00:00:00Z'))).toHaveLength(
      10,
    );
    expect(channel.report.requests).toBe(1);
  });
});

describe('papers by id', () => {
  it('come in chunks of 200, those that arXiv does not know are left out', async () => {
    const entries = spread(450, 30);
    const { channel } = channelOver(() => entries.slice(1));
    expect((await all(fetchIds(channel, idsOf(entries)))).sort()).toEqual(idsOf(entries.slice(1)));
    expect(channel.report.requests).toBe(3);
  });
});
