/** A stretch of a text: plain words, or TeX mathematics between its delimiters. Offsets are UTF-16 units of the text. */
export interface Segment {
  kind: 'text' | 'math';
  start: number;
  end: number;
  /** The TeX without delimiters; only for mathematics. */
  tex: string;
  display: boolean;
}

/** No formula of an abstract is longer; what is longer is a lost dollar sign. */
const maxFormula = 600;

const pairs = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
  { open: '$', close: '$', display: false },
] as const;

const looksLikeTex = /[\\^_{}=<>~|]/;

/**
 * Is this a formula between single dollars, or money? `$5 and $6` and `$18/hour versus $60` are money; `$3$D`,
 * `$\sim$20` and `$ x $` are mathematics. The rule: something that no price has, or no blanks at the edges and no digit
 * behind.
 */
function isFormula(content: string, after: string): boolean {
  if (content.trim() === '') return false;
  if (looksLikeTex.test(content)) return !/^\d[\d.,]*\s+(?:[A-Za-z]{2,}\s+){2}/.test(content);
  if (/^ ?[A-Za-z] ?$/.test(content)) return true;
  if (/^\s|\s$/.test(content)) return false;
  if (/^\d[\d.,]*$/.test(content)) return !/\d/.test(after);
  if (/\d/.test(after)) return false;
  return !/[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(content);
}

/** The start of the next `close` that no backslash escapes, or -1 within reach. */
function findClose(text: string, close: string, from: number): number {
  let at = text.indexOf(close, from);
  while (at > 0 && close.startsWith('$') && text[at - 1] === '\\') at = text.indexOf(close, at + 1);
  return at >= 0 && at - from <= maxFormula ? at : -1;
}

function formulaAt(text: string, at: number): Segment | null {
  const pair = pairs.find(({ open }) => text.startsWith(open, at));
  if (!pair || (at > 0 && text[at - 1] === '\\')) return null;
  const from = at + pair.open.length;
  const close = findClose(text, pair.close, from);
  if (close < 0) return null;
  const tex = text.slice(from, close);
  const end = close + pair.close.length;
  const accepted = pair.open === '$' ? isFormula(tex, text.slice(end, end + 1)) : tex.trim() !== '';
  return accepted ? { kind: 'math', start: at, end, tex, display: pair.display } : null;
}

/** Text → its stretches in order, covering it whole: `$…$`, `$$…$$`, `\(…\)` and `\[…\]` are mathematics. */
export function splitMath(text: string): Segment[] {
  const segments: Segment[] = [];
  let textStart = 0;
  const plainUntil = (end: number) => {
    if (end > textStart)
      segments.push({ kind: 'text', start: textStart, end, tex: '', display: false });
  };
  const delimiter = /\$|\\[([]/g;
  for (let hit = delimiter.exec(text); hit; hit = delimiter.exec(text)) {
    const formula = formulaAt(text, hit.index);
    if (!formula) continue;
    plainUntil(formula.start);
    segments.push(formula);
    textStart = formula.end;
    delimiter.lastIndex = formula.end;
  }
  plainUntil(text.length);
  return segments;
}
