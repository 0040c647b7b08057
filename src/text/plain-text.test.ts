import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

// Any sequence of UTF-16 units, with lone surrogates, controls and what plain text is about.
const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
      { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\u200d',
          '\u200c',
          '\ufe0f',
          '\u{e0100}',
          'क',
          '語',
          '❤',
          ' ',
          '\n',
          '\r\n',
          '\u0301',
        ),
      },
    ),
  )
  .map((parts) => parts.join(''));

describe('plainText', () => {
  it.each([
    ['tabs, breaks and runs of spaces are one space', ' a\t b\r\n\u00a0c\u3000 ', 'a b c'],
    ['controls go: C0, DEL, C1', 'a\u0000b\u0008c\u007fd\u0090e', 'abcde'],
    ['next line, line and paragraph separators are breaks', 'a\u0085b\u2028c\u2029d', 'a b c d'],
    [
      'bidi controls go, all of them',
      'a\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069b',
      'ab',
    ],
    ['tag characters go', `a${String.fromCodePoint(0xe0001, 0xe0041, 0xe007f)}b`, 'ab'],
    ['zero-width characters go', 'a\u200b\u2060\u2063\ufeff\u00ad\u034f\u180e\u3164b', 'ab'],
    ['a byte order mark goes', '\ufefftitle', 'title'],
    ['lone surrogates go, pairs stay', 'a\ud800b\udc00c\ud83e\udd16d', 'abc🤖d'],
    ['noncharacters go', 'a\ufdd0\uffff\u{1fffe}b', 'ab'],
    ['annotation and object marks go', 'a\ufff9b\ufffac\ufffbd\ufffce', 'abcde'],
    ['accents are composed', 'Rolda\u0301n', 'Roldán'],
    ['accents are composed across what is removed', 'e\u200b\u0301', 'é'],
    ['LaTeX stays', '$k_{\\rm B}T$ and $\\pi_0$', '$k_{\\rm B}T$ and $\\pi_0$'],
    ['markup stays text', '<b>x</b> &amp; y', '<b>x</b> &amp; y'],
    ['Chinese and full-width punctuation stay', '具身智能：综述（二）', '具身智能：综述（二）'],
    ['Persian keeps its non-joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['Sinhala keeps its joiner', 'ශ්\u200dරී', 'ශ්\u200dරී'],
    ['joiners elsewhere go', 'ro\u200dbot 机\u200c器 \u200d', 'robot 机器'],
    [
      'a selector that shapes a symbol or a Han letter stays, once',
      '❤\ufe0f\ufe0f 葛\u{e0100}\u{e0101}',
      '❤\ufe0f 葛\u{e0100}',
    ],
    ['selectors that carry hidden data go', 'a\ufe00\ufe01\u{e0120}\u{e0121}b', 'ab'],
  ])('%s', (_, from, to) => {
    expect(plainText(from)).toBe(to);
  });

  it('keeps line breaks when asked, at most one empty line in a row', () => {
    expect(plainText(' a \r\n\tb\n\n\n\n c\u2029d\n', { multiline: true })).toBe('a\nb\n\nc\nd');
  });

  it('cuts at a whole letter and marks the cut', () => {
    expect(plainText('abcdef', { maxLength: 6 })).toBe('abcdef');
    expect(plainText('abcdef', { maxLength: 4 })).toBe('abc…');
    expect(plainText('ab cdef', { maxLength: 4 })).toBe('ab…');
    expect(plainText('ab🤖🤖', { maxLength: 4 })).toBe('ab…');
    expect(plainText('abc', { maxLength: 0 })).toBe('');
  });

  it('writes out numbers and nothing, and refuses what is no text', () => {
    expect(plainText(0)).toBe('0');
    expect(plainText(null)).toBe('');
    expect(plainText(undefined)).toBe('');
    expect(() => plainText({ '#text': 'x' })).toThrow(new TypeError('text expected, got object'));
    expect(() => plainText(['x'])).toThrow(new TypeError('text expected, got an array'));
  });

  it('holds for any text: no hidden character, NFC, folded, the same the second time', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, multiline) => {
        const plain = plainText(text, { multiline });
        expect(plain.isWellFormed()).toBe(true);
        expect(plain.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u,
        );
        expect(plain).not.toMatch(/[\u200b\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u);
        expect(plain).toBe(plain.normalize('NFC'));
        expect(plain).not.toMatch(/ {2}|^\s|\s$| \n|\n |\n{3}/);
        if (!multiline) expect(plain).not.toContain('\n');
        expect(plainText(plain, { multiline })).toBe(plain);
      }),
      { numRuns: 2000 },
    );
  });

  it('never exceeds the length asked for', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, maxLength) => {
        const plain = plainText(text, { maxLength });
        expect(plain.length).toBeLessThanOrEqual(maxLength);
        expect(plain.isWellFormed()).toBe(true);
        expect(plainText(plain, { maxLength })).toBe(plain);
      }),
    );
  });

  it('loses no visible letter', () => {
    const visible = fc.string({
      unit: fc.constantFrom('a', 'Z', '7', '$', '\\', '{', '<', '语', 'é', '🤖', 'ß', 'ø'),
    });
    fc.assert(
      fc.property(visible, (text) => {
        expect(plainText(text)).toBe(text);
      }),
    );
  });
});
