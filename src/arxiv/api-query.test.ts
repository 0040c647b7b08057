import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apiUrl,
  categoryQuery,
  differenceFrom,
  parseQueryTitle,
  type ApiRequest,
} from './api-query.ts';

const base = 'https://export.arxiv.org/api/query';

describe('a category query', () => {
  it('stands in parentheses, a single category too', () => {
    expect(categoryQuery(['cs.RO'])).toBe('(cat:cs.RO)');
    expect(categoryQuery(['cs.RO', 'cs.CV', 'hep-th'])).toBe(
      '(cat:cs.RO OR cat:cs.CV OR cat:hep-th)',
    );
  });

  it('takes whole days, up to the midnight after the last one', () => {
    expect(categoryQuery(['cs.RO'], { from: '2026-11-15', through: '2026-11-30' })).toBe(
      '(cat:cs.RO) AND submittedDate:[202611150000 TO 202612010000]',
    );
  });

  it.each(['cs.RO OR all:x', 'cs RO', 'cs.RO)', '', 'CS', 'cs..RO'])(
    'refuses the category "%s"',
    (name) => {
      expect(() => categoryQuery([name])).toThrow(RangeError);
    },
  );

  it('refuses no category and a window that ends before it begins', () => {
    expect(() => categoryQuery([])).toThrow(/at least one category/);
    expect(() => categoryQuery(['cs.RO'], { from: '2026-11-16', through: '2026-11-15' })).toThrow(
      /after its end/,
    );
  });
});

describe('the address of a request', () => {
  it('carries what was asked, at whatever base', () => {
    const url = new URL(
      apiUrl('http://127.0.0.1:8080/mirror/api/query', {
        searchQuery: categoryQuery(['cs.RO']),
        start: 200,
        maxResults: 200,
        sortBy: 'submittedDate',
        sortOrder: 'ascending',
      }),
    );
    expect(url.pathname).toBe('/mirror/api/query');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      search_query: '(cat:cs.RO)',
      start: '200',
      max_results: '200',
      sortBy: 'submittedDate',
      sortOrder: 'ascending',
    });
  });

  it.each<[string, ApiRequest, RegExp]>([
    ['nothing asked', { start: 0, maxResults: 10 }, /needs a query or ids/],
    ['max_results 0', { searchQuery: '(cat:cs.RO)', start: 0, maxResults: 0 }, /divides by it/],
    [
      'fewer results than ids',
      { idList: ['2611.00001', '2611.00002'], start: 0, maxResults: 1 },
      /left out/,
    ],
    [
      'a malformed id',
      { idList: ['2601.10'], start: 0, maxResults: 1 },
      /"2601\.10" is not an arXiv id/,
    ],
    [
      'a page beyond 10,000',
      { searchQuery: '(cat:cs.RO)', start: 9900, maxResults: 200 },
      /beyond 10000/,
    ],
  ])('is refused for %s', (_what, request, message) => {
    expect(() => apiUrl(base, request)).toThrow(message);
  });
});

describe('what the server says it ran', () => {
  const asked: ApiRequest = {
    searchQuery: categoryQuery(['cs.RO', 'cs.CV'], { from: '2026-11-15', through: '2026-11-23' }),
    start: 0,
    maxResults: 200,
  };
  const title = (query: string, ids = '', start = 0, max = 200) =>
    `arXiv Query: search_query=${query}&id_list=${ids}&start=${start}&max_results=${max}`;
  const differs = (text: string, request = asked) => {
    const ran = parseQueryTitle(text);
    return ran === null ? 'no title' : differenceFrom(request, ran);
  };

  it('is the same in the server’s own spelling of ranges and spaces', () => {
    expect(
      differs(title('( cat:cs.RO OR  cat:cs.CV) AND submittedDate:"202611150000 TO 202611240000"')),
    ).toBeNull();
  });

  it.each([
    [
      'a prefix that was not sent',
      title('(all:cs.RO OR cat:cs.CV) AND submittedDate:"202611150000 TO 202611240000"'),
    ],
    [
      'another window',
      title('(cat:cs.RO OR cat:cs.CV) AND submittedDate:"202611150000 TO 202611230000"'),
    ],
    [
      'lost parentheses',
      title('cat:cs.RO OR cat:cs.CV AND submittedDate:"202611150000 TO 202611240000"'),
    ],
    ['another start', title(asked.searchQuery ?? '', '', 200)],
    ['another page size', title(asked.searchQuery ?? '', '', 0, 10)],
    ['ids', title(asked.searchQuery ?? '', '2611.00001')],
  ])('is not the same with %s', (_what, text) => {
    expect(differs(text)).toEqual(expect.stringContaining('it '));
  });

  it('compares lists of ids in any order', () => {
    const request: ApiRequest = { idList: ['2611.00001', 'cs/0503050'], start: 0, maxResults: 2 };
    expect(differs(title('', 'cs/0503050,2611.00001', 0, 2), request)).toBeNull();
    expect(differs(title('', 'cs/0503050', 0, 2), request)).toMatch(/other ids/);
  });

  it('is unknown under another title', () => {
    expect(parseQueryTitle('arXiv Search Results')).toBeNull();
  });
});

describe('for any request', () => {
  const category = fc.constantFrom(
    'cs.RO',
    'cs.CV',
    'hep-th',
    'cond-mat.mes-hall',
    'eess.SY',
    'q-bio.NC',
  );
  const day = fc
    .integer({ min: 0, max: 7000 })
    .map((n) => new Date(Date.UTC(2010, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

  it('an echo by the server is recognised, and any other window is not', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(category, { minLength: 1 }),
        day,
        day,
        day,
        (categories, a, b, c) => {
          const [from = '', through = ''] = [a, b].sort();
          const asked: ApiRequest = {
            searchQuery: categoryQuery(categories, { from, through }),
            start: 0,
            maxResults: 1,
          };
          const sent = new URL(apiUrl(base, asked)).searchParams.get('search_query') ?? '';
          const echo = sent.replace(/\[(.*)\]/, '"$1"');
          const ran = parseQueryTitle(
            `arXiv Query: search_query=${echo}&id_list=&start=0&max_results=1`,
          );
          expect(ran && differenceFrom(asked, ran)).toBeNull();
          fc.pre(c > through);
          const other = { ...asked, searchQuery: categoryQuery(categories, { from, through: c }) };
          expect(ran && differenceFrom(other, ran)).toMatch(/it ran the query/);
        },
      ),
    );
  });

  it('parentheses balance and every category is prefixed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(category, { minLength: 1 }), (categories) => {
        const query = categoryQuery(categories);
        expect(query.startsWith('(') && query.endsWith(')')).toBe(true);
        expect(query.match(/cat:/g)).toHaveLength(categories.length);
        expect(query.slice(1, -1)).not.toMatch(/[()]/);
      }),
    );
  });
});
