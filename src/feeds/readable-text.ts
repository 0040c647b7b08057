import { splitMath } from '../render/split-math.ts';
import { texText } from '../render/tex-text.ts';
import { MATH_ACCENTS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS } from './math-symbols.ts';

/** Deeper than any formula of an abstract: beyond it braces stay as typed. */
const DEEPEST = 20;

/** Commands that only set the size or the spacing of what follows. */
const SILENT = new Set(
  'left right big Big bigg Bigg displaystyle textstyle limits nolimits bigl bigr'.split(' '),
);

/**
 * Title or abstract with its TeX → text that reads well where nothing can draw formulas: `$\lambda_1 \leq 10^{-3}$`
 * becomes `λ₁ ≤ 10⁻³`, `\emph{…}` loses its wrapping. What is not known stays as typed. Never throws.
 */
export function readableText(source: string): string {
  return splitMath(source)
    .flatMap((segment) =>
      segment.kind === 'math'
        ? [readableMath(segment.tex)]
        : texText(source, segment.start, segment.end).map(({ text }) => text),
    )
    .join('');
}

/** TeX of a formula, without its delimiters → one line of text. */
export function readableMath(tex: string): string {
  return new Formula(tex).whole().replace(/\s+/g, ' ').trim();
}

class Formula {
  readonly #tex: string;
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  /** All of it; a brace that closes nothing stays. */
  whole(): string {
    let out = this.#inside(DEEPEST);
    while (this.#at < this.#tex.length) {
      this.#at += 1;
      out += `}${this.#inside(DEEPEST)}`;
    }
    return out;
  }

  /** Up to the brace that closes this group, or the end. */
  #inside(depth: number): string {
    let out = '';
    while (this.#at < this.#tex.length && this.#tex[this.#at] !== '}') out += this.#one(depth);
    return out;
  }

  /** The next character, group or command. Always moves on. */
  #one(depth: number): string {
    const c = String.fromCodePoint(this.#tex.codePointAt(this.#at) ?? 0);
    if (c === '\\') return this.#command(depth);
    this.#at += c.length;
    if (c === '{' && depth > 0) return this.#group(depth);
    if (c === '^') return raised(this.#argument(depth), SUPERSCRIPTS, '^');
    if (c === '_') return raised(this.#argument(depth), SUBSCRIPTS, '_');
    return c === '~' ? ' ' : c;
  }

  #group(depth: number): string {
    const inside = this.#inside(depth - 1);
    this.#at += 1;
    return inside;
  }

  /** What a command or a `^` is applied to: a group, a command, or one character. */
  #argument(depth: number): string {
    while (this.#tex[this.#at] === ' ') this.#at += 1;
    if (this.#at >= this.#tex.length || this.#tex[this.#at] === '}') return '';
    return this.#one(depth);
  }

  #command(depth: number): string {
    const [whole = '\\', name = ''] =
      /^\\([A-Za-z]+|[^])?/u.exec(this.#tex.slice(this.#at, this.#at + 40)) ?? [];
    this.#at += whole.length;
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) return symbol;
    if (SILENT.has(name)) return '';
    if (name === 'frac' || name === 'tfrac' || name === 'dfrac')
      return `${bracketed(this.#argument(depth))}/${bracketed(this.#argument(depth))}`;
    if (name === 'sqrt') return `√${bracketed(this.#argument(depth))}`;
    const accent = MATH_ACCENTS.get(name);
    if (accent !== undefined) return accented(this.#argument(depth), accent);
    if (/^[A-Za-z]/.test(name)) return this.#tex[this.#at] === '{' ? this.#argument(depth) : name;
    return /^[\s,;:!]$/.test(name) || name === '\\' ? ' ' : name === '|' ? '‖' : name;
  }
}

/** All of it in raised or lowered characters, when each has one; else after its sign, in brackets when it is long. */
function raised(text: string, forms: ReadonlyMap<string, string>, sign: string): string {
  if (text === '' || text === '′') return text;
  if (text === '∘' && sign === '^') return '°';
  const characters = Array.from(text);
  const found = characters.map((c) => forms.get(c));
  if (found.every((c) => c !== undefined)) return found.join('');
  return `${sign}${characters.length === 1 ? text : `(${text})`}`;
}

function bracketed(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}

function accented(text: string, accent: string): string {
  return Array.from(text).length === 1 ? (text + accent).normalize('NFC') : text;
}
