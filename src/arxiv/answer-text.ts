/** Text of an answer → the plain text that is kept. The API, the feeds and OAI-PMH wrap lines by their own rules. */
import { plainText } from '../text/plain-text.ts';
import { texToUnicode } from '../text/tex-to-unicode.ts';

/** A title, a comment, a name: one line. */
export function oneLine(text: string | undefined): string {
  return plainText(text);
}

/** As `oneLine`, with `null` for nothing. */
export function oneLineOrNull(text: string | undefined): string | null {
  return oneLine(text) || null;
}

/** An abstract: hard line breaks become spaces; an indented line begins a paragraph, as on arXiv's page. `null` if empty. */
export function paragraphs(text: string | undefined): string | null {
  const parts = (text ?? '')
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+[ \t]*|\n[ \t]+/)
    .map((part) => plainText(part))
    .filter((part) => part !== '');
  return parts.join('\n') || null;
}

// An accent written in TeX with its letter (`\"o`, `{\"o}`, `\v{s}`), or a letter of its own (`\ss`, `\o{}`).
const ACCENT =
  /\{?\\(?:["'`^~=.]\s*(?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])|[uvHcdkrb](?:\s*\{\\?[A-Za-z]\}|\s+[A-Za-z](?![A-Za-z]))|(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L)(?![A-Za-z])(?:\{\}|\s(?=[a-z]))?)\}?/g;
const MATH = /(\$\$[\s\S]*?\$\$|\$(?:\\[\s\S]|[^$\\])*\$)/;

/**
 * Titles and abstracts of OAI-PMH and the feeds come as authors typed them, those of the API with accents as Unicode:
 * this brings the first to the form of the second. Only accents outside formulas change; all other TeX stays.
 */
export function accentsToUnicode(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .split(MATH)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(ACCENT, accentOrAsTyped)))
    .join('');
}

function accentOrAsTyped(typed: string): string {
  const opened = typed.startsWith('{');
  const closed = typed.endsWith('}') && (opened || !/\{[^{}]*\}$/.test(typed));
  // A brace on one side only belongs to what surrounds the accent.
  if (opened && !closed) return `{${texToUnicode(typed.slice(1))}`;
  if (closed && !opened) return `${texToUnicode(typed.slice(0, -1))}}`;
  return texToUnicode(typed);
}
