import { html, raw, type Html } from './html.ts';
import type { MathRenderer } from './render-math.ts';
import { splitMath } from './split-math.ts';
import { texText } from './tex-text.ts';

/** A stretch of the source text to mark, `[start, end)` in UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
}

/** Shown when no renderer is given: the source between its dollars, as plain text. */
export const noMath: MathRenderer = () => null;

interface Shown {
  start: number;
  end: number;
  /** A formula is marked whole or not at all; words can be cut. */
  text: string | Html;
}

function pieces(source: string, math: MathRenderer): Shown[] {
  return splitMath(source).flatMap((segment): Shown[] => {
    if (segment.kind === 'text') return texText(source, segment.start, segment.end);
    const drawn = math(segment.tex, segment.display) ?? source.slice(segment.start, segment.end);
    return [{ start: segment.start, end: segment.end, text: drawn }];
  });
}

/** Marks in order, without overlap: topics often match the same words. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else if (mark.end > mark.start) merged.push({ ...mark });
  }
  return merged;
}

/** Cuts words at the edges of the mark. Words whose shown form differs from their source are never cut. */
function cut(piece: Shown, mark: Mark): [before: string, inside: string | Html, after: string] {
  const { text } = piece;
  if (typeof text !== 'string' || text.length !== piece.end - piece.start) return ['', text, ''];
  const from = Math.max(0, mark.start - piece.start);
  const to = Math.min(text.length, mark.end - piece.start);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

/**
 * Outside text → HTML: escaped, mathematics drawn, TeX wrapping dropped, the marked stretches in `<mark>`. The offsets
 * of the marks are those of the source text.
 */
export function renderText(
  source: string,
  { marks = [], math = noMath }: { marks?: readonly Mark[]; math?: MathRenderer | undefined } = {},
): Html {
  const queue = mergeMarks(marks);
  let out = '';
  let opened = false;
  const toggle = (wanted: boolean) => {
    if (wanted !== opened) out += wanted ? '<mark>' : '</mark>';
    opened = wanted;
  };
  const put = (text: string | Html, marked: boolean) => {
    if (text === '') return;
    toggle(marked);
    out += html`${text}`.source;
  };
  for (const piece of pieces(source, math)) {
    let rest: Shown = piece;
    for (let mark = queue[0]; mark && mark.start < rest.end; mark = queue[0]) {
      if (mark.end <= rest.start) {
        queue.shift(); // it lay in something that could not be cut and is marked whole
        continue;
      }
      const [before, inside, after] = cut(rest, mark);
      put(before, false);
      put(inside, true);
      rest = { start: rest.end - after.length, end: rest.end, text: after };
      if (mark.end > piece.end) break;
      queue.shift();
      if (after === '') break;
    }
    put(rest.text, false);
  }
  toggle(false);
  return raw(out);
}
