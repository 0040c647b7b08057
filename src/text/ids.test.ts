import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePaperIds, isPaperId, paperPath, parseArxivId, readArxivReference } from './ids.ts';

const newId = fc
  .tuple(
    fc.integer({ min: 2015, max: 2089 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 99_999 }),
  )
  .map(([year, month, n]) => `${String(year).slice(2)}${pad(month, 2)}.${pad(n, 5)}`);
const oldId = fc
  .tuple(
    fc.constantFrom('hep-th', 'cs', 'math', 'cond-mat'),
    fc.integer({ min: 1992, max: 2006 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(
    ([archive, year, month, n]) =>
      `${archive}/${String(year).slice(2)}${pad(month, 2)}${pad(n, 3)}`,
  );

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

describe('parseArxivId', () => {
  it.each([
    ['2611.01234', '2611.01234', null],
    ['2611.01234v2', '2611.01234', 2],
    ['1501.00001', '1501.00001', null],
    ['1412.9999v12', '1412.9999', 12],
    ['0704.0001', '0704.0001', null],
    ['hep-th/9901001', 'hep-th/9901001', null],
    ['hep-th/9901001v1', 'hep-th/9901001', 1],
    ['math.GT/0309136', 'math/0309136', null],
    ['cond-mat.stat-mech/0309136v3', 'cond-mat/0309136', 3],
    ['cs/0503050', 'cs/0503050', null],
  ])('%s is %s, version %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual({ id, version });
  });

  it.each([
    ['a number that lost its last zero', '2601.1'],
    ['four digits after 2014', '1501.0001'],
    ['five digits before 2015', '1412.00001'],
    ['six digits', '2601.123456'],
    ['month 13', '2613.01234'],
    ['month 0', '2600.01234'],
    ['number 0', '2601.00000'],
    ['before the form began', '0703.0001'],
    ['a year of the last century', '9901.00001'],
    ['version 0', '2601.01234v0'],
    ['a version with a leading zero', '2601.01234v01'],
    ['a version without number', '2601.01234v'],
    ['a capital V', '2601.01234V1'],
    ['spaces around', ' 2601.01234 '],
    ['a line end', '2601.01234\n'],
    ['a prefix', 'arXiv:2601.01234'],
    ['digits of another script', '２６０１.01234'],
    ['an unknown archive', 'robotics/9901001'],
    ['the old form after it ended', 'cs/0704001'],
    ['the old form before it began', 'hep-th/9107001'],
    ['the old form with number 0', 'hep-th/9901000'],
    ['a path', '../2601.01234'],
    ['nothing', ''],
  ])('%s is none: %j', (_, text) => {
    expect(parseArxivId(text)).toBeNull();
  });

  it('reads back what it gave, with any version', () => {
    fc.assert(
      fc.property(
        fc.oneof(newId, oldId),
        fc.option(fc.integer({ min: 1, max: 999 })),
        (id, version) => {
          expect(parseArxivId(version === null ? id : `${id}v${version}`)).toEqual({ id, version });
          expect(isPaperId(id)).toBe(true);
          if (version !== null) expect(isPaperId(`${id}v${version}`)).toBe(false);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseArxivId(text)).toBeNull();
      }),
    );
  });
});

describe('readArxivReference', () => {
  it.each([
    ['http://arxiv.org/abs/cs/0503050v1', 'cs/0503050', 1],
    ['https://arxiv.org/abs/2611.01234', '2611.01234', null],
    ['https://www.arxiv.org/pdf/2611.01234v2.pdf', '2611.01234', 2],
    ['https://export.arxiv.org/pdf/2611.01234', '2611.01234', null],
    ['https://arxiv.org/html/2611.01234v1#S2', '2611.01234', 1],
    ['https://arxiv.org/abs/2611.01234?context=cs.RO', '2611.01234', null],
    ['oai:arXiv.org:2508.13426v1', '2508.13426', 1],
    ['arXiv:2611.01234', '2611.01234', null],
    ['10.48550/arXiv.2611.01234', '2611.01234', null],
    ['https://doi.org/10.48550/arXiv.2611.01234', '2611.01234', null],
    ['2611.01234v3', '2611.01234', 3],
  ])('%s', (text, id, version) => {
    expect(readArxivReference(text)).toEqual({ id, version });
  });

  it.each([
    'https://example.org/abs/2611.01234',
    'https://arxiv.org.example.org/abs/2611.01234',
    'https://arxiv.org/list/cs.RO/2611',
    'http://arxiv.org/api/errors#start_must_be_an_integer',
    'https://doi.org/10.1000/arXiv.2611.01234',
    '',
  ])('%j names none', (text) => {
    expect(readArxivReference(text)).toBeNull();
  });
});

describe('comparePaperIds', () => {
  it('sorts by month, old form first, then archive and number; what is no id comes last', () => {
    const sorted = [
      'hep-th/9901001',
      'cs/0503049',
      'cs/0503050',
      'math/0503001',
      '0704.0001',
      '1412.9999',
      '1501.00001',
      '2611.00002',
      '2611.10000',
      'x',
      'y',
    ];
    expect(sorted.toReversed().toSorted(comparePaperIds)).toEqual(sorted);
  });

  it('is a total order', () => {
    const any = fc.oneof(newId, oldId, fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(comparePaperIds(a, b)) + Math.sign(comparePaperIds(b, a))).toBe(0);
        expect(comparePaperIds(a, b) === 0).toBe(a === b);
        if (comparePaperIds(a, b) <= 0 && comparePaperIds(b, c) <= 0) {
          expect(comparePaperIds(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

it('the page of a paper', () => {
  expect(paperPath('2611.01234')).toBe('/papers/2611.01234/');
  expect(paperPath('hep-th/9901001')).toBe('/papers/hep-th/9901001/');
});
