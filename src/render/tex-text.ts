/** A stretch of plain text after its TeX commands: `text` is shown for `[start, end)` of the source. */
export interface Piece {
  start: number;
  end: number;
  text: string;
}

/** Commands that only style their argument: the argument stays, the command goes. */
const styling =
  /^\\(?:text(?:bf|it|sc|tt|sf|rm|sl|normal)?|emph|underline|mbox|url|uline|mathbf|mathrm|textcolor\{[^{}]{0,40}\}|href\{[^{}]{0,300}\})\s?\{/;
const dropped = /^\\(?:cite[tp]?|label|ref|footnotemark)\s?\{[^{}]{0,200}\}/;
const escaped = /^\\[%&_#$^{}]/;
const blank = /^\\(?:[ ,;:!]|\\(?![A-Za-z]))/;

const signs = [
  ['``', '“'],
  ["''", '”'],
  ['---', '—'],
  ['--', '–'],
] as const;

/** A quotation mark or dash as TeX is typed. `--flag` of a command line stays what it is. */
function signAt(source: string, at: number, to: number): { text: string; length: number } | null {
  const found = signs.find(([typed]) => at + typed.length <= to && source.startsWith(typed, at));
  if (!found) return null;
  const [typed, text] = found;
  const isOption =
    typed === '--' &&
    /(?:^|\s)$/.test(source.slice(Math.max(0, at - 1), at)) &&
    /^[A-Za-z]/.test(source.slice(at + 2, at + 3));
  return { text: isOption ? typed : text, length: typed.length };
}

/**
 * Plain words as they stand in titles and abstracts of arXiv: `\emph{…}` loses its wrapping, `\%` its backslash,
 * `\cite{…}` goes; quotes and dashes become signs; a command that is not known stays as it is. Pieces keep their place in the source, so that a phrase
 * found there can be marked in what is shown. Linear in the length of the text.
 */
export function texText(source: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const open: boolean[] = [];
  let textStart = from;
  let at = from;
  const put = (text: string, length: number) => {
    if (at > textStart)
      pieces.push({ start: textStart, end: at, text: source.slice(textStart, at) });
    pieces.push({ start: at, end: at + length, text });
    at += length;
    textStart = at;
  };
  while (at < to) {
    const character = source[at];
    if (character === '\\') {
      const rest = source.slice(at, Math.min(to, at + 340));
      const style = styling.exec(rest);
      const other = dropped.exec(rest);
      if (style) {
        open.push(true);
        put('', style[0].length);
      } else if (other) put('', other[0].length);
      else if (escaped.test(rest)) put(rest[1] ?? '', 2);
      else if (blank.test(rest)) put(' ', 2);
      else at += 1;
    } else if (character !== undefined && "`'-".includes(character)) {
      const sign = signAt(source, at, to);
      if (sign) put(sign.text, sign.length);
      else at += 1;
    } else if (character === '{') {
      open.push(false);
      at += 1;
    } else if (character === '}' && open.pop() === true) put('', 1);
    else at += 1;
  }
  if (to > textStart) pieces.push({ start: textStart, end: to, text: source.slice(textStart, to) });
  return pieces;
}

/** The same as plain words, without places: for a page's title, a list of many. */
export const texWords = (tex: string): string =>
  texText(tex, 0, tex.length)
    .map((piece) => piece.text)
    .join('');
