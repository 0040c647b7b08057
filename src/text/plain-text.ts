/**
 * The one place where outside text becomes plain text: what a reader sees is all there is.
 */

export interface PlainTextOptions {
  /** Keep line breaks (as `\n`, at most one empty line in a row). Default: one line. */
  multiline?: boolean;
  /** Longest result in UTF-16 units; what is longer ends in `…`. Default: no limit. */
  maxLength?: number;
}

const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/g;

// Everything that is not ink: controls, invisible or reordering characters, and what is not a character at all.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffc]/gu;
const MAYBE_INVISIBLE = /[^\n\x20-\x7e]/;

// Scripts whose spelling needs the joiners (Unicode core specification, chapters 9, 12, 13 and 16).
const JOINING =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;

/** Whether the invisible character at `at` takes part in spelling or in the look of its neighbour, and so stays. */
function shapes(mark: string, at: number, text: string): boolean {
  const before = lastCodePoint(text.slice(Math.max(0, at - 2), at));
  if (mark === '\u200c' || mark === '\u200d') {
    const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20);
    return [before, after].every((c) => JOINING.test(c) && LETTER_OR_MARK.test(c));
  }
  // Variation selectors: text or colour form of a symbol, and the named variants of a Han letter.
  if (mark === '\ufe0e' || mark === '\ufe0f')
    return /[\p{Emoji}\p{Extended_Pictographic}]/u.test(before);
  if (/[\ufe00-\ufe0d]/u.test(mark)) return /[\p{Script=Han}\p{Sm}]/u.test(before);
  if (/[\u{e0100}-\u{e01ef}]/u.test(mark)) return /\p{Script=Han}/u.test(before);
  return false;
}

function lastCodePoint(text: string): string {
  return /[^]$/u.exec(text)?.[0] ?? '';
}

/**
 * Outside text → plain Unicode text, NFC, white space folded, no character that hides or reorders text.
 * LaTeX stays in. A second application changes nothing.
 *
 * In: a string; a number, bigint or boolean is written out; `null` and `undefined` give `''`.
 * Throws a `TypeError` for anything else (a parser handed over an object where text was expected).
 */
export function plainText(value: unknown, options: PlainTextOptions = {}): string {
  const lines = asString(value).normalize('NFC').replace(LINE_BREAK, '\n').split('\n').map(visible);
  const text = options.multiline
    ? lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    : lines.filter((line) => line !== '').join(' ');
  return shorten(text, options.maxLength);
}

function asString(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value);
  }
  throw new TypeError(`text expected, got ${Array.isArray(value) ? 'an array' : typeof value}`);
}

/** One line: ink only, single spaces. */
function visible(line: string): string {
  const folded = line.replace(/[\t\v\f]/g, ' ');
  const inked = MAYBE_INVISIBLE.test(folded)
    ? folded
        .replace(INVISIBLE, (c, at: number) => (shapes(c, at, folded) ? c : ''))
        // Letters that a removed character kept apart may now compose.
        .normalize('NFC')
    : folded;
  return inked.replace(/\s+/g, ' ').trim();
}

function shorten(text: string, maxLength: number | undefined): string {
  if (maxLength === undefined || text.length <= maxLength) return text;
  if (maxLength < 1) return '';
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  // The grapheme that would be cut goes as a whole.
  const end = graphemes.containing(maxLength - 1)?.index ?? 0;
  return `${text.slice(0, end).trimEnd()}…`;
}
