/** A link of a Markdown text, with where it stands. */
export interface MarkdownLink {
  text: string;
  url: string;
  start: number;
  end: number;
}

/**
 * The links of a Markdown text, as CommonMark reads them where lists in READMEs stray: brackets may nest, a text may run
 * over lines but not over an empty one, a URL may hold balanced parentheses or stand in `<…>`. Images are none.
 */
export function markdownLinks(markdown: string): MarkdownLink[] {
  const links: MarkdownLink[] = [];
  for (let at = markdown.indexOf('['); at >= 0; at = markdown.indexOf('[', at)) {
    const link = linkAt(markdown, at);
    if (link === null || markdown[at - 1] === '!') {
      at += 1;
      continue;
    }
    links.push(link);
    at = link.end;
  }
  return links;
}

/** Longest text of a link: beyond it a bracket was never closed. */
const LONGEST = 600;

function linkAt(markdown: string, start: number): MarkdownLink | null {
  const close = closing(markdown, start, '[', ']');
  if (close === null || markdown[close + 1] !== '(') return null;
  const target = targetAt(markdown, close + 2);
  if (target === null) return null;
  const text = markdown.slice(start + 1, close).replace(/\s*\n\s*/g, ' ');
  return { text, ...target, start };
}

function closing(text: string, start: number, open: string, close: string): number | null {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST); at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === open) depth += 1;
    else if (letter === close) {
      depth -= 1;
      if (depth === 0) return at;
    } else if (letter === '\n' && /^\n[ \t]*\n/.test(text.slice(at, at + 80))) return null;
  }
  return null;
}

/** From after `(`: the address, and the place after the closing `)`. */
function targetAt(text: string, from: number): { url: string; end: number } | null {
  const [, blank = '', inside] =
    /^(\s*)(?:<([^<>\n]*)>)?/.exec(text.slice(from, from + LONGEST * 4)) ?? [];
  const start = from + blank.length;
  if (inside !== undefined) {
    const end = text.indexOf(')', start + inside.length + 2);
    return end < 0 ? null : { url: inside, end: end + 1 };
  }
  let depth = 0;
  let at = start;
  for (; at < text.length && !/\s/.test(text[at] ?? ' '); at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && depth === 0) break;
    if (text[at] === ')') depth -= 1;
  }
  // an optional title follows, or white space
  const [rest] = /^\s*(?:"[^"\n]*"|'[^'\n]*')?\s*\)/.exec(text.slice(at, at + LONGEST)) ?? [];
  return rest === undefined ? null : { url: text.slice(start, at), end: at + rest.length };
}
