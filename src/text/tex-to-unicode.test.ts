import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCENTS, LETTERS } from './tex-symbols.ts';
import { texToUnicode } from './tex-to-unicode.ts';

/** The inverse for names: every accent as a command over its letter, in one of the styles authors use. */
function toTex(name: string, style: (accent: string, letter: string) => string): string {
  const letters = new Map(Object.entries(LETTERS).map(([command, letter]) => [letter, command]));
  const accents = new Map(Object.entries(ACCENTS).map(([command, mark]) => [mark, command]));
  return Array.from(name.normalize('NFC'), (c) => {
    const command = letters.get(c);
    if (command !== undefined) return `{\\${command}}`;
    const [base = '', ...marks] = Array.from(c.normalize('NFD'));
    if (marks.length === 0 || marks.some((mark) => !accents.has(mark))) return c;
    return marks.reduce((tex, mark) => style(accents.get(mark) ?? '', tex), base);
  }).join('');
}

const STYLES: Record<string, (accent: string, letter: string) => string> = {
  'braces inside': (accent, letter) => `\\${accent}{${letter}}`,
  'braces outside': (accent, letter) => `{\\${accent}{${letter}}}`,
  'a space between': (accent, letter) => `\\${accent} {${letter}}`,
  'as short as can be': (accent, letter) =>
    /[a-z]/i.test(accent) ? `\\${accent}{${letter}}` : `\\${accent}${letter}`,
};

const NAMES = [
  'Édgar Roldán', 'François Hélein', 'Jürgen Schmidhuber', 'Søren Åkerlöf', 'Łukasz Kaiser', 'Tomáš Mikolov', 'Čeněk Žák',
  'Erdős Pál', 'Şule Gündüz', 'Özgür Ağaoğlu', 'José Núñez', 'João Conceição', 'Þórður Æsir', 'Nguyễn Thế Hoàng',
  'Ștefan Țepeș', 'Ąžuolas Ėglė', 'Weiß', 'Đorđe Šijački', 'Kālidāsa Ṛṣi', 'Żółć Gęś', 'Ŭrim Ĝusta',
]; // prettier-ignore

describe('texToUnicode', () => {
  it.each([
    ["Andr\\'e", 'André'],
    ["\\'Edgar Rold\\'an", 'Édgar Roldán'],
    ['{\\"o}', 'ö'],
    ['\\"{o}', 'ö'],
    ['{\\"{o}}', 'ö'],
    ["\\' e", 'é'],
    ['\\v{c}', 'č'],
    ['\\v c', 'č'],
    ['\\c c', 'ç'],
    ['\\c{S}', 'Ş'],
    ['S{\\o}ren', 'Søren'],
    ['S\\o ren', 'Søren'],
    ['S\\o{}ren', 'Søren'],
    ['Stra\\ss e', 'Straße'],
    ['\\AA ngstr\\"om', 'Ångström'],
    ['\\L{}ukasz', 'Łukasz'],
    ['\\L ukasz', 'Łukasz'],
    ["Mar\\'{\\i}a", 'María'],
    ["Mar\\'\\i a", 'María'],
    ["Mar{\\'{\\i}}a", 'María'],
    ['\\^{\\j}', 'ĵ'],
    ['\\~n', 'ñ'],
    ['\\^i', 'î'],
    ['Erd\\H os', 'Erdős'],
    ['\\k a', 'ą'],
    ['\\r a', 'å'],
    ['\\u g', 'ğ'],
    ['\\.z', 'ż'],
    ['\\=a', 'ā'],
    ['\\b d', 'ḏ'],
    ['\\d s', 'ṣ'],
    ['\\textcommabelow{t}', 'ț'],
    ["Th\\'{\\^e}", 'Thế'],
    ["Th{\\'{\\^{e}}}", 'Thế'],
    ['\\t{oo}', 'o͡o'],
    ['A.~B.~Name', 'A. B. Name'],
    ['J.\\ Doe', 'J. Doe'],
    ['Jo\\-se', 'Jose'],
    ['Smith \\& Sons', 'Smith & Sons'],
    ['\\textsc{Name}', 'Name'],
    ['{\\sc Name}', 'Name'],
    ['{van der} Berg', 'van der Berg'],
    ['{{A}tlas} {C}ollaboration', 'Atlas Collaboration'],
    ["O\\'Brien", "O'Brien"],
    ["x\\'{}y", "x'y"],
    ['Jos\\é', 'José'],
    ['J\\"{u}rgen', 'Jürgen'],
  ])('%s → %s', (tex, name) => {
    expect(texToUnicode(tex)).toBe(name);
  });

  it.each([
    'Name$^{1}$, Other$^\\dagger$',
    '$\\dot{x}$ {\\unknown{x}}'.replace('{\\unknown{x}}', '\\unknown{x}'),
    'a { b',
    'a } b',
    '\\',
    'costs 5$',
    '\\unknowncommand x',
  ])('%s stays as typed', (tex) => {
    expect(texToUnicode(tex)).toBe(tex);
  });

  it.each([
    "\\'",
    '\\"',
    '\\v',
    '\\v{',
    '\\c}',
    "\\'$x$",
    "{\\'",
    '{'.repeat(50),
    "\\'".repeat(50),
  ])('%s, which nothing follows, does no harm', (tex) => {
    expect(() => texToUnicode(tex)).not.toThrow();
    expect(texToUnicode(tex).length).toBeGreaterThan(0);
  });

  it('reads a hundred thousand open or nested braces', () => {
    expect(texToUnicode('{'.repeat(100_000))).toBe('{'.repeat(100_000));
    expect(texToUnicode(`${'{'.repeat(2000)}x${'}'.repeat(2000)}`)).toBe('x');
    expect(texToUnicode(`${"\\'{".repeat(50_000)}x`).endsWith('x')).toBe(true);
  });

  describe.each(Object.entries(STYLES))('with %s', (_, style) => {
    it.each(NAMES)('%s comes back from its TeX', (name) => {
      expect(texToUnicode(toTex(name, style))).toBe(name.normalize('NFC'));
    });
  });

  it('changes nothing in text without TeX but its normal form, and is stable then', () => {
    const text = fc.string({ unit: 'binary' }).map((s) => s.replaceAll(/[\\{}~$]/g, ''));
    fc.assert(
      fc.property(text, (s) => {
        expect(texToUnicode(s)).toBe(s.normalize('NFC'));
      }),
    );
  });

  it('never throws and never ends early', () => {
    const piece = fc.constantFrom(
      '\\',
      '{',
      '}',
      '$',
      '~',
      "\\'",
      '\\"',
      '\\v',
      '\\i',
      '\\o',
      'a',
      ' ',
      'é',
      '\u0301',
      '🤖',
      '\\unknown',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const tex = pieces.join('');
        expect(texToUnicode(`${tex}END`).normalize('NFD')).toMatch(/E\p{M}*N\p{M}*D$/u);
      }),
      { numRuns: 3000 },
    );
  });
});
