import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startArxivServer, type ArxivServer } from './arxiv-server.ts';
import * as faults from './faults.ts';
import { newYorkHour } from './mailing-calendar.ts';
import type { ServedPaper, ServedVersion } from './served-paper.ts';

/** Listed on Tuesday 10 November 2026; v2 on the Thursday, cross-listed to cs.RO on the Friday. */
const first: ServedVersion = {
  version: 1,
  submitted: '2026-11-09T10:00:00Z',
  announced: '2026-11-10',
  title: 'Gaits & "Grasps" < 1',
  abstract: 'A robot walks.',
  authors: [{ name: 'Jürgen Müller' }, { name: 'José García', affiliation: 'Lab' }],
  comment: '8 pages',
  journal_ref: null,
  doi: null,
};
const second = { ...first, version: 2, submitted: '2026-11-11T10:00:00Z', announced: '2026-11-12' };
const walking: ServedPaper = {
  id: '2611.00100',
  categories: ['cs.CV', 'cs.AI'],
  license: 'http://creativecommons.org/licenses/by/4.0/',
  versions: [first, second],
  crossListed: [{ category: 'cs.RO', announced: '2026-11-13' }],
};
const other: ServedPaper = {
  ...walking,
  id: '2611.00200',
  categories: ['cs.RO'],
  versions: [{ ...first, submitted: '2026-11-09T11:00:00Z', title: 'Tidying rooms' }],
  crossListed: [],
};

let now = 0;
let server: ArxivServer;
const at = (day: string, hour: number): void => {
  now = newYorkHour(day, hour);
};
const text = async (url: string): Promise<string> => (await fetch(url)).text();
const ids = (xml: string): string[] =>
  [...xml.matchAll(/(\d{4}\.\d{5}v\d)<\/(?:id|guid)>/g)].map((m) => m[1] ?? '');

beforeEach(async () => {
  at('2026-11-20', 3);
  server = await startArxivServer({ papers: [other, walking], clock: () => now, oaiPageLimit: 1 });
});
afterEach(() => server.close());

describe('the API', () => {
  const query = (search: string): string =>
    `${server.apiUrl}?search_query=${encodeURIComponent(search)}`;

  it('shows a paper from the midnight after its mailing, each version from its own', async () => {
    const asked = query('cat:cs.CV');
    at('2026-11-09', 23);
    expect(ids(await text(asked))).toEqual([]);
    at('2026-11-10', 0);
    expect(ids(await text(asked))).toEqual(['2611.00100v1']);
    at('2026-11-12', 0);
    expect(ids(await text(asked))).toEqual(['2611.00100v2']);
    expect(ids(await text(`${server.apiUrl}?id_list=2611.00100v1`))).toEqual(['2611.00100v1']);
  });

  it('states the query that it ran, with dates in quotes and missing parts filled in', async () => {
    const asked = '(cat:cs.RO OR cat:cs.CV) AND submittedDate:[202611090000 TO 202611100000]';
    const xml = await text(query(asked));
    expect(xml).toContain(
      'search_query=(cat:cs.RO OR cat:cs.CV) AND submittedDate:"202611090000 TO 202611100000"&amp;id_list=',
    );
    expect(ids(xml)).toHaveLength(2);
    expect(await text(query('walks tidying'))).toContain(
      'search_query=all:walks OR all:tidying&amp;',
    );
  });

  it('holds both ends of a window to the minute', async () => {
    const window = (from: string, to: string) =>
      query(`cat:cs.RO AND submittedDate:[${from} TO ${to}]`);
    expect(ids(await text(window('202611091100', '202611091100')))).toEqual(['2611.00200v1']);
    expect(ids(await text(window('202611091101', '202611091200')))).toEqual([]);
  });

  it('groups a chain without parentheses to the right', async () => {
    expect(ids(await text(query('cat:cs.RO OR cat:cs.CV AND ti:nothing')))).toHaveLength(2);
    expect(ids(await text(query('(cat:cs.RO OR cat:cs.CV) AND ti:nothing')))).toEqual([]);
  });

  it('sorts by either date and pages, ten at a time unless told', async () => {
    const sorted = `${query('cat:cs.*')}&sortBy=lastUpdatedDate&sortOrder=ascending`;
    expect(ids(await text(sorted))).toEqual(['2611.00200v1', '2611.00100v2']);
    const page = await text(`${sorted}&start=1&max_results=1`);
    expect(ids(page)).toEqual(['2611.00100v2']);
    expect(page).toContain('<opensearch:totalResults>2<');
    expect(await text(sorted)).toContain('<opensearch:itemsPerPage>10<');
  });

  it.each([
    ['max_results=0', 500],
    ['start=9999&max_results=2', 500],
    ['start=x', 400],
    ['start=-1', 400],
    ['sortBy=title', 400],
    ['id_list=abc', 400],
    ['id_list=2611.1', 400],
    ['id_list=2611.99999', 200],
  ])('answers %s with %i', async (extra, status) => {
    const response = await fetch(`${query('cat:cs.RO')}&${extra}`);
    expect(response.status).toBe(status);
    expect((await response.text()).includes('/api/errors#')).toBe(status !== 200);
  });
});

describe('the announcement feed', () => {
  const types = (xml: string): string[] =>
    [...xml.matchAll(/announce_type>([\w-]+)</g)].map((m) => m[1] ?? '');

  it('shows the listing of the day from midnight in New York, and nothing at the weekend', async () => {
    at('2026-11-10', 0);
    expect(ids(await text(`${server.atomUrl}/cs.RO+cs.CV`))).toEqual([
      '2611.00100v1',
      '2611.00200v1',
    ]);
    at('2026-11-11', 0);
    expect(ids(await text(`${server.atomUrl}/cs.RO+cs.CV`))).toEqual([]);
    at('2026-11-14', 5);
    expect(ids(await text(`${server.rssUrl}/cs.RO`))).toEqual([]);
  });

  it('names the type relative to the categories asked for', async () => {
    at('2026-11-10', 1);
    expect(types(await text(`${server.atomUrl}/cs.CV`))).toEqual(['new']);
    expect(types(await text(`${server.atomUrl}/cs.AI`))).toEqual(['cross']);
    at('2026-11-12', 1);
    expect(types(await text(`${server.rssUrl}/cs.CV`))).toEqual(['replace']);
    expect(types(await text(`${server.rssUrl}/cs.AI`))).toEqual(['replace-cross']);
    at('2026-11-13', 1);
    expect(types(await text(`${server.atomUrl}/cs.RO`))).toEqual(['cross']);
  });

  it('writes authors as one line of TeX, and refuses an unknown category', async () => {
    at('2026-11-10', 1);
    const creators = '<dc:creator>J\\"urgen M\\"uller, Jos\\\'e Garc\\\'{\\i}a (Lab)</dc:creator>';
    expect(await text(`${server.atomUrl}/cs.CV`)).toContain(creators);
    expect(await text(`${server.rssUrl}/cs.CV`)).toContain(creators);
    expect((await fetch(`${server.atomUrl}/robots.XX`)).status).toBe(400);
  });
});

describe('OAI-PMH', () => {
  const list = (more: string): string =>
    `${server.oaiUrl}?verb=ListRecords&metadataPrefix=arXivRaw&${more}`;

  it('turns over before midnight, and gives every version its time', async () => {
    at('2026-11-11', 22);
    expect(await text(list('from=2026-11-12'))).toContain("code='noRecordsMatch'");
    now += 31 * 60_000;
    const xml = await text(list('from=2026-11-12&set=cs:cs:CV'));
    expect(xml).toContain('<datestamp>2026-11-12</datestamp>');
    expect(xml).toContain('<date>Mon, 09 Nov 2026 10:00:00 GMT</date>');
    expect(xml).toContain('<date>Wed, 11 Nov 2026 10:00:00 GMT</date>');
  });

  it('pages by a token that expires at midnight and ends with an empty one', async () => {
    const firstPage = await text(list('from=2026-11-01&set=cs'));
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(firstPage)?.[1] ?? '';
    const next = `${server.oaiUrl}?verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`;
    const secondPage = await text(next);
    expect(secondPage).toMatch(/<resumptionToken[^>]*><\/resumptionToken>/);
    expect(`${firstPage}${secondPage}`.match(/<identifier>/g)).toHaveLength(2);
    now += 86_400_000;
    expect(await text(next)).toContain("code='badResumptionToken'");
  });

  it.each([
    ['verb=Nothing', 'badVerb'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=x', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=arXivRaw&from=2001-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=arXivRaw&until=2027-01-01', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=arXiv&identifier=oai:arXiv.org:2611.99999', 'idDoesNotExist'],
  ])('answers %s with the error %s and HTTP 200', async (query, code) => {
    const response = await fetch(`${server.oaiUrl}?${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`code='${code}'`);
  });
});

describe('faults', () => {
  it('strike the request that is named, and only that', async () => {
    server.fail('api', faults.rateExceeded(7), (request) => request.n === 2);
    const url = `${server.apiUrl}?id_list=2611.00100`;
    const answers = [await fetch(url), await fetch(url), await fetch(url)];
    expect(answers.map((answer) => answer.status)).toEqual([200, 429, 200]);
    expect(answers[1]?.headers.get('retry-after')).toBe('7');
  });

  it('can break off a body, and cut one short without a sign', async () => {
    const url = `${server.apiUrl}?id_list=2611.00100`;
    server.fail('api', faults.resetMidBody);
    await expect(text(url)).rejects.toThrow('terminated');
    server.heal();
    const whole = await text(url);
    server.fail('api', faults.truncated(0.9));
    expect(whole.startsWith(await text(url))).toBe(true);
  });

  it('can show yesterday’s items under today’s stamp', async () => {
    at('2026-11-12', 1);
    server.fail('feed', faults.staleFeed('2026-11-10'));
    const xml = await text(`${server.atomUrl}/cs.RO`);
    expect(ids(xml)).toEqual(['2611.00200v1']);
    expect(xml).toContain('<published>2026-11-12T00:00:00-05:00</published>');
  });

  it('leave a log of who asked when', async () => {
    await fetch(`${server.atomUrl}/cs.RO`, { headers: { 'user-agent': 'Pulse', accept: 'a/b' } });
    now += 3000;
    await fetch(`${server.oaiUrl}?verb=Identify`);
    expect(server.log.seen.map(({ channel, n }) => [channel, n])).toEqual([
      ['feed', 1],
      ['oai', 1],
    ]);
    expect(server.log.seen[0]).toMatchObject({ userAgent: 'Pulse', accept: 'a/b', status: 200 });
    expect(server.log.shortestGap()).toBe(3000);
    expect(server.log.mostOpen).toBe(1);
  });
});
