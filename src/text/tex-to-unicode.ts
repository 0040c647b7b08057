import { ACCENTS, LETTERS, SIGNS, TYPE_COMMANDS } from './tex-symbols.ts';

const COMMAND = /\\(?:([A-Za-z]+)|([^]))?/uy;
const MATH = /\$\$[^]*?\$\$|\$(?:\\[^]|[^$\\])*\$/uy;
// A letter and the combining characters already on it.
const LETTER = /\P{M}\p{M}*/uy;
const SPACE = /[ \t\n]*/y;

/**
 * A name written in TeX (`Andr\'e`, `{\"O}zg{\"u}r`, `\L{}ukasz`) → Unicode, NFC. For the author lines of OAI-PMH's
 * `arXivRaw` and of the announcement feeds, which arXiv gives as authors typed them.
 *
 * Braces that only group are dropped, `~` is a space. Mathematics (`$^{1}$`), unknown commands and what does not pair up
 * stay as typed: nothing is guessed, nothing is lost. Text without TeX comes back as it is (NFC). Never throws.
 */
export function texToUnicode(tex: string): string {
  return new NameReader(tex).all().normalize('NFC');
}

class NameReader {
  private at = 0;
  private readonly tex: string;
  /** Where each brace that pairs up is closed. */
  private readonly closes: Map<number, number>;

  constructor(tex: string) {
    this.tex = tex;
    this.closes = pairBraces(tex);
  }

  all(): string {
    return this.until(this.tex.length);
  }

  private until(end: number): string {
    let out = '';
    while (this.at < end) out += this.one(end);
    return out;
  }

  /** The next letter, group, formula or command. Always moves on. */
  private one(end: number): string {
    const c = this.tex.charAt(this.at);
    if (c === '\\') return this.command(end);
    if (c === '{' && this.closes.has(this.at)) return this.group();
    if (c === '$') {
      const math = this.take(MATH, end);
      if (math !== '') return math;
    }
    if (c === '~') {
      this.at += 1;
      return ' ';
    }
    return this.letter(end);
  }

  private letter(end: number): string {
    const letter = this.take(LETTER, end);
    if (letter !== '') return letter;
    const raw = String.fromCodePoint(this.tex.codePointAt(this.at) ?? 0);
    this.at += raw.length;
    return raw;
  }

  private group(): string {
    const close = this.closes.get(this.at) ?? this.at;
    this.at += 1;
    const inside = this.until(close);
    this.at = close + 1;
    return inside;
  }

  private command(end: number): string {
    const start = this.at;
    COMMAND.lastIndex = start;
    const [whole = '\\', word, sign] = COMMAND.exec(this.tex) ?? [];
    this.at = Math.min(end, start + whole.length);
    const name = word ?? sign ?? '';
    const accent = ACCENTS[name];
    if (accent !== undefined && Object.hasOwn(ACCENTS, name))
      return this.accented(accent, start, end);
    if (word === undefined) return this.sign(sign);
    return this.word(word, start, end);
  }

  private sign(sign: string | undefined): string {
    if (sign === undefined) return '\\';
    // A letter that needs no backslash (`\é`): the letter. Any other unknown sign stays as typed.
    return SIGNS[sign] ?? (/[^\p{ASCII}]/u.test(sign) ? sign : `\\${sign}`);
  }

  private word(word: string, start: number, end: number): string {
    const letter = Object.hasOwn(LETTERS, word) ? LETTERS[word] : undefined;
    if (letter === undefined && !TYPE_COMMANDS.has(word)) {
      // Unknown: as typed, with the arguments that belong to it.
      while (this.closes.has(this.at)) this.at = (this.closes.get(this.at) ?? this.at) + 1;
      return this.tex.slice(start, this.at);
    }
    this.skipSpace(end);
    return letter ?? '';
  }

  /** An accent over what comes next: a letter, a command for a letter, or the first letter of a group. */
  private accented(mark: string, start: number, end: number): string {
    this.skipSpace(end);
    const c = this.tex.charAt(this.at);
    if (this.at >= end || c === '}' || c === '$') return this.tex.slice(start, this.at);
    const base = this.one(end);
    const [, letter = '', rest = ''] = /^(\P{M}\p{M}*)([^]*)$/u.exec(base) ?? [];
    if (!/^[\p{L}\p{N}]/u.test(letter)) return `${spacing(mark)}${base}`;
    return put(mark, letter) + rest;
  }

  private skipSpace(end: number): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.tex);
    this.at = Math.min(end, SPACE.lastIndex);
  }

  private take(pattern: RegExp, end: number): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.tex)?.[0] ?? '';
    if (this.at + found.length > end) return '';
    this.at += found.length;
    return found;
  }
}

function put(mark: string, letter: string): string {
  // An accent above replaces the dot: arXiv and Unicode write í, not ı with an acute.
  const below = '\u0323\u0326\u0327\u0328\u0331'.includes(mark);
  const base = below ? letter : letter.replace('ı', 'i').replace('ȷ', 'j');
  const joined = (base + mark).normalize('NFC');
  // `O\'Brien`: no such letter exists, the author typed an apostrophe.
  if (mark === '\u0301' && /^\p{L}\u0301$/u.test(joined)) return `'${base}`;
  return joined;
}

/** An accent over nothing: the apostrophe or the sign that was typed. */
function spacing(mark: string): string {
  return Object.entries(ACCENTS).find(([sign, m]) => m === mark && sign.length === 1)?.[0] ?? '';
}

function pairBraces(tex: string): Map<number, number> {
  const closes = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < tex.length; i += 1) {
    const c = tex.charAt(i);
    if (c === '\\') i += 1;
    else if (c === '{') open.push(i);
    else if (c === '}') {
      const start = open.pop();
      if (start !== undefined) closes.set(start, i);
    }
  }
  return closes;
}
