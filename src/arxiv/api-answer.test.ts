import { describe, expect, it } from 'vitest';
import { parseApiAnswer } from './api-answer.ts';
import { readFixture } from './fixtures/read-fixture.ts';

const where = 'https://export.arxiv.org/api/query?…';
const parse = (xml: string) => parseApiAnswer(xml, { where });
const api = readFixture('api.xml');

describe('an answer of the API', () => {
  it('says what was run, how many match and where the page stands', () => {
    const { query, total, start, perPage } = parse(api);
    expect(query).toEqual({
      searchQuery: '(cat:cs.RO OR cat:cs.CV) AND submittedDate:"202611150000 TO 202611240000"',
      idList: [],
      start: 0,
      maxResults: 200,
    });
    expect({ total, start, perPage }).toEqual({ total: 4, start: 0, perPage: 200 });
  });

  it('gives every field of a paper', () => {
    expect(parse(api).papers[0]).toEqual({
      id: '2611.10101',
      version: 1,
      title: 'Grasp & Go: Mobile Manipulation with $\\pi$-Shaped Grippers',
      abstract:
        'A gripper that is both strong and gentle, for costs $c < 100$.\nA second paragraph tells how it was tested.',
      authors: [
        { name: 'Ada Müller', affiliation: 'Institute of Invented Robotics' },
        { name: 'Bao Nguyễn' },
      ],
      categories: ['cs.RO', 'cs.AI'],
      primary_category: 'cs.RO',
      submitted: '2026-11-17T09:12:45Z',
      updated: '2026-11-17T09:12:45Z',
      comment: '8 pages, 5 figures. Code: https://example.org/gripper',
      journal_ref: 'Journal of Invented Robotics 3 (2026) 14-22',
      doi: '10.9999/jir.2026.14',
      from: 'api',
    });
  });

  it('marks a withdrawal by its comment, and drops what is no author', () => {
    const paper = parse(api).papers[1];
    expect(paper?.withdrawn).toBe(true);
    expect(paper?.authors.map(({ name }) => name)).toEqual([
      'The Gait Collaboration',
      'Chidi Okafor',
      'Dana Levi',
    ]);
    expect(paper?.submitted).toBe('2026-11-16T23:59:31Z');
    expect(paper?.updated).toBe('2026-11-20T18:00:00Z');
  });

  it('reads ids with a slash', () => {
    expect(parse(api).papers[2]).toMatchObject({ id: 'cs/0503050', version: 1 });
  });

  it('names a record that it cannot use and keeps the others', () => {
    const answer = parse(api);
    expect(answer.papers).toHaveLength(3);
    expect(answer.rejected).toEqual([
      { where: 'http://arxiv.org/abs/2611.99999v1', why: 'it has no title' },
    ]);
  });

  it.each([
    ['an id that is none', 'abs/2611.10101v1', 'abs/2601.10v1', 'its id is not of arXiv’s form'],
    ['an id without version', 'abs/2611.10101v1', 'abs/2611.10101', 'its id has no version'],
    [
      'no date',
      '<published>2026-11-17T09:12:45Z</published>',
      '<published>soon</published>',
      'its dates cannot be read',
    ],
    [
      'no author',
      /<author>[\s\S]*?<\/author>\s*<author>[\s\S]*?<\/author>/,
      '',
      'it has no author',
    ],
  ])('rejects a record with %s, not the page', (_what, from, to, why) => {
    const answer = parse(api.replace(from, to));
    expect(answer.rejected.map((record) => record.why)).toContain(why);
    expect(answer.papers).toHaveLength(2);
  });

  it('names an entry whose id and link differ, as a digit changed on the way makes it', () => {
    const { papers, rejected } = parse(api.replace('abs/2611.10101v1', 'abs/2611.10107v1'));
    expect(papers.map(({ id }) => id)).not.toContain('2611.10107');
    expect(rejected).toContainEqual({
      where: expect.stringContaining('2611.10107v1'),
      why: 'its id and its link name different papers',
    });
  });

  it('never makes a number of an id or a title', () => {
    const paper = parse(
      api.replaceAll('2611.10101v1', '2611.10100v1').replace(/Grasp &amp; Go[^<]*/, '1e3'),
    ).papers[0];
    expect(paper).toMatchObject({ id: '2611.10100', title: '1e3' });
  });

  it('unwraps the text of the older server', () => {
    const { papers, query, total } = parse(readFixture('api-legacy.xml'));
    expect(total).toBe(5619);
    expect(query?.searchQuery).toBe('(cat:cs.RO)');
    expect(papers[0]).toMatchObject({
      id: '2510.14000',
      version: 2,
      title: 'A Title So Long that the Older Server Broke It at a Space After Eighty Characters',
      abstract:
        'The older server wrapped its text, and began each abstract with two blanks.\nAn indented line begins a paragraph.',
      comment: 'A comment that the older server wrapped as well',
      doi: '10.9999/old.1',
      authors: [{ name: 'Fatima Zahra', affiliation: 'University of Somewhere' }],
      categories: ['cs.RO', 'cs.SY', 'eess.SY'],
    });
  });

  it('keeps five hundred authors in order', () => {
    const authors = Array.from({ length: 500 }, (_, i) => `Author ${i + 1}`);
    const xml = authors.map((name) => `<author><name>${name}</name></author>`).join('');
    const paper = parse(api.replace('<author>', `${xml}<author>`)).papers[0];
    expect(paper?.authors.slice(0, 500).map(({ name }) => name)).toEqual(authors);
  });

  it('makes hostile text plain', () => {
    const hostile = api
      .replace('Grasp &amp; Go', 'Gr\u0008asp &#8;&amp; Go')
      .replace('A gripper', ']]> &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; A gripper');
    const [paper] = parse(hostile).papers;
    expect(paper?.title).toBe('Grasp & Go: Mobile Manipulation with $\\pi$-Shaped Grippers');
    expect(paper?.abstract).toMatch(/^\]\]> <\/script><script>alert\(1\)<\/script> A gripper/);
  });

  it('reads more references than the parser’s own limit allows', () => {
    const many = '&amp;'.repeat(5000);
    expect(parse(api.replace('Grasp &amp; Go', many)).papers[0]?.title).toContain('&'.repeat(5000));
  });
});

describe('what is no answer', () => {
  it('is refused when arXiv says so, with its code', () => {
    expect(() => parse(readFixture('api-error.xml'))).toThrow(
      expect.objectContaining({
        name: 'ArxivAnswerError',
        problem: 'refused',
        code: 'incorrect_id_format_for_26011',
        where,
        message: expect.stringContaining('incorrect id format for 26011') as string,
      }),
    );
  });

  it('is not confused with a paper titled "Error"', () => {
    expect(parse(api.replace(/Grasp &amp; Go[^<]*/, 'Error')).papers[0]?.title).toBe('Error');
  });

  it('is another feed', () => {
    const feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>';
    expect(() => parse(feed)).toThrow(/does not say how many results.*ARXIV_API_URL/);
  });

  it('is cut off, at whatever byte', () => {
    const end = api.lastIndexOf('</feed>') + '</feed>'.length;
    const survivors: number[] = [];
    for (let cut = 0; cut < end; cut += 1) {
      try {
        parse(api.slice(0, cut));
        survivors.push(cut);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ArxivAnswerError', problem: 'malformed' });
      }
    }
    expect(survivors).toEqual([]);
  });
});
