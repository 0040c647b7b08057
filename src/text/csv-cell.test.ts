import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvCell, csvRow } from './csv-cell.ts';

it.each([
  ['robot', 'robot'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  [' padded ', '" padded "'],
  ['=1+1', '"\'=1+1"'],
  ['+49', '"\'+49"'],
  ['-x', '"\'-x"'],
  ['@SUM(A1)', '"\'@SUM(A1)"'],
  ['  =1', '"\'  =1"'],
  ['\t=1', '"\'\t=1"'],
  ['\rx', '"\'\rx"'],
  ['＝1', '"\'＝1"'],
  [-1.5, '-1.5'],
  [0, '0'],
  [true, 'true'],
  [null, ''],
  [undefined, ''],
  ['', ''],
])('%j → %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

/** RFC 4180, read back by its grammar. */
function readRow(row: string): string[] {
  const cells = [...`,${row.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)];
  return cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}

it('any row reads back to its values, but for the guard, and no cell begins like a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
      const row = csvRow(values);
      const cells = readRow(row);
      expect(row.endsWith('\r\n')).toBe(true);
      expect(cells.map((cell, i) => (cell === values[i] ? cell : cell.slice(1)))).toEqual(values);
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
    }),
    { numRuns: 2000 },
  );
});
