/**
 * arXiv's author line → authors. It is one string as authors typed it, in TeX: names divided by commas and "and",
 * affiliations in parentheses, or numbers in parentheses with a legend at the end. Source: arXiv, "Author names" in the
 * help on metadata, and its convention that an affiliation also holds for the names before it that have none.
 */
import type { Author } from '../paper.ts';
import { plainText } from '../text/plain-text.ts';
import { texToUnicode } from '../text/tex-to-unicode.ts';
import { readPieces, type Piece } from './author-line-pieces.ts';

const SUFFIX = /^(?:jr|sr)\.?$|^(?:ii|iii|iv)$|^(?:ph\.?\s?d|m\.?d)\.?$/i;
const COLLABORATION = /\b(?:collaborations?|consortium|consortia|teams?|groups?)\b/i;
const ON_BEHALF = /^(?:(?:for|on\s+behalf\s+of)\s+)(?=\S)/i;

/** In: the text of `<authors>` in `arXivRaw`, or of `dc:creator` in a feed. Empty when it names nobody. */
export function parseAuthorLine(line: string): Author[] {
  const { names, legend } = legendApart(readPieces(line));
  const entries = joinSuffixes(names).map(({ name, notes }) => ({
    name: cleanName(name),
    collaboration: isCollaboration(name),
    affiliations: notes.flatMap((note) => affiliationsOf(note, legend)),
  }));
  propagateBack(entries);
  return entries.flatMap(({ name, affiliations }) => authorsOf(name, affiliations));
}

/** A name as a source gives it, without the "and", commas and marks that stick to it; `''` when nothing remains. */
function cleanName(name: string): string {
  return plainText(
    texToUnicode(
      name.replace(
        /\$\s*\^?\s*\{?[^$a-zA-Z]*\\?(?:dagger|ddagger|ast|star)?[^$a-zA-Z]*\}?\s*\$/g,
        '',
      ),
    ),
  )
    .replace(/^(?:and|&)\s+/i, '')
    .replace(/\s+(?:and|&)$/i, '')
    .replace(/^[\s,;:&*†‡§¶]+|[\s,;:&*†‡§¶]+$/gu, '');
}

/** Pieces before the legend, and the legend: number or letter → affiliation. */
function legendApart(pieces: Piece[]): { names: Piece[]; legend: Map<string, string> } {
  const names: Piece[] = [];
  const legend = new Map<string, string>();
  let open: string | null = null;
  for (const piece of pieces) {
    const nested = piece.notes.find((note) => /^\s*\(?\s*[\da-z]{1,2}\s*\)\s*\S/.test(note));
    if (nested !== undefined) for (const [mark, text] of readLegend(nested)) legend.set(mark, text);
    const notes = piece.notes.filter((note) => note !== nested);
    // "…, (1) MIT, (2) CERN": a legend without parentheses around it.
    const mark =
      notes[0] !== undefined && piece.name === '' && piece.after !== ''
        ? marksOf(notes[0])[0]
        : undefined;
    if (mark !== undefined) {
      open = mark;
      legend.set(mark, clean(piece.after));
    } else if (open !== null && piece.name !== '' && notes.length === 0) {
      legend.set(open, `${legend.get(open) ?? ''}, ${clean(piece.name)}`);
    } else if (piece.name !== '') {
      names.push({ ...piece, notes });
    }
  }
  return { names, legend };
}

/** `(1) MIT, (2) CERN` → pairs. */
function readLegend(text: string): [mark: string, affiliation: string][] {
  const parts = text.split(/\(?\s*\b([\da-z]{1,2})\s*\)\s*/i);
  const pairs: [string, string][] = [];
  for (let i = 1; i + 1 < parts.length; i += 2) {
    const affiliation = clean(parts[i + 1] ?? '').replace(/[\s.,;(]+$/, '');
    if (affiliation !== '') pairs.push([parts[i] ?? '', affiliation]);
  }
  return pairs;
}

function affiliationsOf(note: string, legend: ReadonlyMap<string, string>): string[] {
  const marks = marksOf(note);
  const known = marks.flatMap((mark) => legend.get(mark) ?? []);
  if (known.length > 0) return known;
  // Numbers without a legend say nothing.
  return marks.length > 0 && /\d|^[a-z*]$/.test(marks.join(''))
    ? []
    : [clean(note)].filter((text) => text !== '');
}

/** `1, 2 and 3` → marks; none when it is a text. */
function marksOf(note: string): string[] {
  const marks = note
    .replace(/[$^{}]/g, '')
    .split(/\s*(?:,|;|&|\band\b)\s*|\s+/)
    .filter((mark) => mark !== '');
  return marks.every((mark) => /^(?:\d{1,3}|[a-z*†‡§])$/u.test(mark)) ? marks : [];
}

/** "Lombardi, Jr." is one name. */
function joinSuffixes(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && SUFFIX.test(piece.name.trim())) {
      joined[joined.length - 1] = {
        ...last,
        name: `${last.name.trim()} ${piece.name.trim()}`,
        notes: [...last.notes, ...piece.notes],
      };
    } else if (!/^\s*et\.?\s+al\b/i.test(piece.name)) {
      joined.push(piece);
    }
  }
  return joined;
}

/** arXiv's rule: "A. First, B. Second (affil)" means both; collaborations at the start are left alone. */
function propagateBack(entries: { affiliations: string[]; collaboration: boolean }[]): void {
  const first = entries.findIndex(({ collaboration }) => !collaboration);
  let last: string[] = [];
  for (let i = entries.length - 1; i >= Math.max(first, 0); i -= 1) {
    const entry = entries[i];
    if (!entry) continue;
    if (entry.affiliations.length > 0) last = entry.affiliations;
    else if (!entry.collaboration) entry.affiliations = last;
  }
}

/**
 * A name and affiliations as a source gives them → an author, or none when nothing remains of the name (a colon after a
 * collaboration is listed as an author). "T. Montaruli for the IceCube Collaboration" is a person, with that as affiliation.
 */
export function authorsOf(text: string, affiliations: readonly string[]): Author[] {
  const [, person = '', behalf = ''] =
    /^(.+?)\s+((?:for|on\s+behalf\s+of)\s+(?:the\s+)?.+)$/i.exec(text) ?? [];
  const split = person !== '' && COLLABORATION.test(behalf);
  const whole = COLLABORATION.test(text) ? text.replace(ON_BEHALF, '') : text;
  const name = cleanName(split ? person : whole);
  if (name === '') return [];
  const all = [...new Set(split ? [...affiliations, behalf] : affiliations)];
  return [all.length > 0 ? { name, affiliation: all.join('; ') } : { name }];
}

function isCollaboration(name: string): boolean {
  return (
    COLLABORATION.test(name) && !/^(?:\S+\s+){2,}(?:for|on\s+behalf\s+of)\s/i.test(name.trim())
  );
}

function clean(text: string): string {
  return plainText(texToUnicode(text)).replace(/^[\s,;]+|[\s,;]+$/g, '');
}
