import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorsOf, parseAuthorLine } from './author-line.ts';

const names = (line: string): string[] => parseAuthorLine(line).map(({ name }) => name);
const full = (line: string): string[] =>
  parseAuthorLine(line).map(({ name, affiliation }) =>
    affiliation === undefined ? name : `${name} @ ${affiliation}`,
  );

describe('names', () => {
  it.each([
    ['Ada Lovelace', ['Ada Lovelace']],
    ['A. First, B. Second and C. Third', ['A. First', 'B. Second', 'C. Third']],
    ['A. First, B. Second, and C. Third', ['A. First', 'B. Second', 'C. Third']],
    ['A. First and B. Second', ['A. First', 'B. Second']],
    [String.raw`A. First \& B. Second & C. Third`, ['A. First', 'B. Second', 'C. Third']],
    ['A. First,, B. Second,', ['A. First', 'B. Second']],
    ['A. First;\n  B. Second', ['A. First', 'B. Second']],
    [
      String.raw`Raphael Chetrite, Izaak Neri and \'Edgar Rold\'an`,
      ['Raphael Chetrite', 'Izaak Neri', 'Édgar Roldán'],
    ],
    [String.raw`{\"O}zg{\"u}r {\c S}ahin, \L{}ukasz Nowak`, ['Özgür Şahin', 'Łukasz Nowak']],
    [
      'Anderson Santos, Andrea Ferrand, Sandra Andanson',
      ['Anderson Santos', 'Andrea Ferrand', 'Sandra Andanson'],
    ],
    ['A. First, et al.', ['A. First']],
    ['James C. Lombardi, Jr., B. Second', ['James C. Lombardi Jr.', 'B. Second']],
    ['Henry Ford II and John Doe, III', ['Henry Ford II', 'John Doe III']],
    ['{van der Berg, Jan}, B. Second', ['van der Berg, Jan', 'B. Second']],
    [String.raw`A.\,B. First, C. Second`, ['A. B. First', 'C. Second']],
    ['A. First$^{1,2}$, B. Second$^*$, C. Third*', ['A. First', 'B. Second', 'C. Third']],
    ['', []],
    [' , and ; ', []],
  ])('%s', (line, expected) => {
    expect(names(line)).toEqual(expected);
  });
});

describe('collaborations', () => {
  it.each([
    [
      'The CMS Collaboration: A. First, B. Second',
      ['The CMS Collaboration', 'A. First', 'B. Second'],
    ],
    ['ATLAS Collaboration, A. First', ['ATLAS Collaboration', 'A. First']],
    ['A. First, for the CMS Collaboration', ['A. First', 'the CMS Collaboration']],
    [
      'A. First for the ATLAS and CMS Collaborations',
      ['A. First @ for the ATLAS and CMS Collaborations'],
    ],
    [
      'A. First (for the ATLAS and CMS Collaborations)',
      ['A. First @ for the ATLAS and CMS Collaborations'],
    ],
    [
      'A. First on behalf of the Robot Team, B. Second',
      ['A. First @ on behalf of the Robot Team', 'B. Second'],
    ],
    [
      'Gemini Robotics Team: A. First, B. Second',
      ['Gemini Robotics Team', 'A. First', 'B. Second'],
    ],
  ])('%s', (line, expected) => {
    expect(full(line)).toEqual(expected);
  });
});

describe('affiliations', () => {
  it.each([
    [
      'in parentheses',
      'A. First (MIT), B. Second (ETH, Zurich)',
      ['A. First @ MIT', 'B. Second @ ETH, Zurich'],
    ],
    [
      'held in common',
      'A. First, B. Second (MIT), C. Third',
      ['A. First @ MIT', 'B. Second @ MIT', 'C. Third'],
    ],
    [
      'numbered, with a legend',
      'A. First (1), B. Second (1 and 2), C. Third (2) ((1) MIT, (2) ETH, Zurich)',
      ['A. First @ MIT', 'B. Second @ MIT; ETH, Zurich', 'C. Third @ ETH, Zurich'],
    ],
    [
      'numbered in pairs of parentheses',
      'A. First (1) (2), B. Second (2) ((1) MIT; (2) ETH)',
      ['A. First @ MIT; ETH', 'B. Second @ ETH'],
    ],
    [
      'numbered, legend without parentheses around it',
      'A. First (1), B. Second (2), (1) MIT, Cambridge, (2) ETH',
      ['A. First @ MIT, Cambridge', 'B. Second @ ETH'],
    ],
    [
      'lettered',
      'A. First (a), B. Second (b) ((a) MIT, (b) ETH)',
      ['A. First @ MIT', 'B. Second @ ETH'],
    ],
    ['numbered without legend', 'A. First (1), B. Second (2)', ['A. First', 'B. Second']],
    [
      'with parentheses inside',
      'A. First (MIT (CSAIL)), B. Second',
      ['A. First @ MIT (CSAIL)', 'B. Second'],
    ],
    [
      'with "and" and commas inside',
      'A. First (MIT and ETH, Zurich) and B. Second',
      ['A. First @ MIT and ETH, Zurich', 'B. Second'],
    ],
    [
      'in TeX',
      String.raw`A. First (\'Ecole Normale Sup\'erieure)`,
      ['A. First @ École Normale Supérieure'],
    ],
    ['never closed', 'A. First (MIT, B. Second', ['A. First @ MIT', 'B. Second']],
    [
      'without a comma after them',
      'A. First (MIT) B. Second (ETH)',
      ['A. First @ MIT', 'B. Second @ ETH'],
    ],
    [
      'not of a collaboration before',
      'CMS Collaboration: A. First, B. Second (CERN)',
      ['CMS Collaboration', 'A. First @ CERN', 'B. Second @ CERN'],
    ],
  ])('%s', (_case, line, expected) => {
    expect(full(line)).toEqual(expected);
  });
});

describe('a name that a source lists by itself', () => {
  it.each([
    ['and Matteo Zoppi', ['Matteo Zoppi']],
    ['Daria Eckert and', ['Daria Eckert']],
    ['James C. Lombardi,', ['James C. Lombardi']],
    [':', []],
    ['Andrea and', ['Andrea']],
  ])('%s', (text, expected) => {
    expect(authorsOf(text, []).map(({ name }) => name)).toEqual(expected);
  });
});

describe('for any line', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/);
  const name = fc.tuple(fc.stringMatching(/^[A-Z]\.$/), word).map((parts) => parts.join(' '));
  const place = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(', '));

  it('plain names come back as they were, however they are joined', () => {
    const joint = fc.constantFrom(', ', ' and ', ', and ', ',\n  ', '; ');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, joint), { minLength: 1, maxLength: 40 }), (list) => {
        const line = list
          .map(([text, next], at) => (at < list.length - 1 ? text + next : text))
          .join('');
        expect(names(line)).toEqual(list.map(([text]) => text));
      }),
    );
  });

  it('an affiliation never becomes an author', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, place), { minLength: 1, maxLength: 20 }), (list) => {
        const line = list.map(([text, where]) => `${text} (${where})`).join(', ');
        expect(parseAuthorLine(line)).toEqual(
          list.map(([text, where]) => ({ name: text, affiliation: where })),
        );
      }),
    );
  });

  it('hostile text gives authors with names, and never throws or hangs', () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'()(){}\\,;:&$ and1aJr.é\n'.split('')),
      maxLength: 300,
    });
    fc.assert(
      fc.property(noise, (line) => {
        for (const author of parseAuthorLine(line)) expect(author.name.trim()).not.toBe('');
      }),
    );
  });

  it('is read in time that grows with its length', () => {
    const deep = `${'('.repeat(20_000)}x`;
    expect(parseAuthorLine(deep)).toHaveLength(0);
    expect(
      names(Array.from({ length: 2000 }, (_, i) => `A. Number${'x'.repeat(i % 7)}`).join(', ')),
    ).toHaveLength(2000);
  });
});
