import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import { parseFacts } from './read-facts.ts';

const fact: Fact = {
  id: '2303.01234',
  version: 1,
  title: 'An Invented Paper on Grasping',
  authors: ['Ada Example', 'Bo Probe'],
  categories: ['cs.RO', 'cs.LG'],
  cross_lists: 'known',
  submitted: '2023-03-07',
  updated: '2023-03-07',
  comment: null,
  journal_ref: null,
  doi: null,
  verified: 'bibliography',
  topics: ['manipulation'],
};

const parse = (...facts: object[]): Fact[] =>
  parseFacts(facts.map((each) => `${JSON.stringify(each)}\n`).join(''), 'papers.ndjson');

describe('parseFacts', () => {
  it('gives the facts, one a line', () => {
    const next = { ...fact, id: '2303.01235', submitted: '2023-03-07T18:50:03Z' };
    const both = [fact, { ...next, updated: next.submitted }];
    expect(parse(...both)).toEqual(both);
  });

  it('takes an id of the month after a submission at the end of one', () => {
    const late = { ...fact, id: '2304.00001', submitted: '2023-03-31', updated: '2023-03-31' };
    expect(parse(late)).toHaveLength(1);
    const newYear = { ...fact, id: '2401.00001', submitted: '2023-12-31', updated: '2023-12-31' };
    expect(parse(newYear)).toHaveLength(1);
  });

  it.each([
    ['a line that is not JSON', '{', 'papers.ndjson:1: is not JSON'],
    ['an id read as a number', { ...fact, id: 2601.1 }, 'papers.ndjson:1: id: Invalid input'],
    ['an id with version', { ...fact, id: '2303.01234v2' }, 'id: is not an arXiv id without version'],
    ['an id that lost its last zero', { ...fact, id: '2303.0123' }, 'id: is not an arXiv id'],
    ['an abstract', { ...fact, abstract: 'Words of others.' }, 'Unrecognized key: "abstract"'],
    ['a comment that is a sentence', { ...fact, comment: 'Accepted, with 8 pages and figures' }, 'comment: Too big'],
    ['no author', { ...fact, authors: [] }, 'authors: Too small'],
    ['a title over two lines', { ...fact, title: 'Two\nlines' }, 'title: has spaces at an end or in a row'],
    ['a time without a zone', { ...fact, submitted: '2023-03-07T18:50:03' }, 'submitted: is neither a day nor a UTC instant to the second'],
    ['a day that does not exist', { ...fact, submitted: '2023-02-30' }, 'submitted: is neither a day'],
    ['a month that the id contradicts', { ...fact, submitted: '2022-03-07' }, 'submitted: 2022-03-07 does not go with the month in the id 2303.01234'],
    ['a second version before the first', { ...fact, version: 2, updated: '2023-03-01' }, 'updated: 2023-03-01 is before 2023-03-07'],
    ['a first version changed later', { ...fact, updated: '2023-03-09' }, 'updated: of a first version it is the day of submission'],
    ['a category twice', { ...fact, categories: ['cs.RO', 'cs.RO'] }, 'categories: names one twice'],
    ['cross-lists given and unknown', { ...fact, cross_lists: 'unknown' }, 'cross_lists: are given, so they are not unknown'],
  ])('refuses %s', (_what, line, message) => {
    const text = typeof line === 'string' ? line : JSON.stringify(line);
    expect(() => parseFacts(`${text}\n`, 'papers.ndjson')).toThrow(message);
  }); // prettier-ignore

  it('refuses papers out of order, and one twice, naming the line', () => {
    const earlier = { ...fact, id: '2303.00001' };
    expect(() => parse(fact, earlier)).toThrow(
      'papers.ndjson:2: 2303.00001 must come before 2303.01234: papers are sorted by id, each once',
    );
    expect(() => parse(fact, fact)).toThrow('papers.ndjson:2: 2303.01234 must come before');
  });
});
