/**
 * The words of a text, with their places, as parallel arrays: a day has thousands of abstracts, and one object a word
 * is what costs.
 */
export interface ScannedWords {
  /** As written, without TeX braces and soft hyphens inside. */
  words: string[];
  /** Offsets in UTF-16 units of the text. */
  starts: number[];
  ends: number[];
  /** Whether a word follows the one before it as the next of a phrase would: after a space or a hyphen. */
  joined: boolean[];
}

/** A TeX command, to be skipped, or a word: letters, digits, accents; TeX braces and soft hyphens inside do not end it. */
const token = /\\[a-zA-Z]+|[\p{L}\p{N}](?:[{}\u00AD]*[\p{L}\p{N}\p{M}])*/gu;

/**
 * What may stand between two words of one phrase: white space, TeX spaces, braces and font commands; or one hyphen
 * (any of Unicode's, or TeX's `--`) that has no space before it. A dash between two spaces parts sentences.
 */
const withinPhrase =
  /^(?:(?:[\s~{}]|\\[a-zA-Z]+|\\[ ,;:!])+|[{}]*(?:--?|[\u2010-\u2013\u2212\uFE63\uFF0D])[\s~{}]*)$/;

/** Title and abstract of one paper are read for its topics and again for its facets. */
const HELD = 2;
const held: { text: string; scanned: ScannedWords }[] = [];

/** The words of a text. What it gives is shared by those who scan the same text: callers must not change it. */
export function scanWords(text: string): ScannedWords {
  const known = held.find((one) => one.text === text);
  if (known) return known.scanned;
  const scanned = scan(text);
  held.push({ text, scanned });
  if (held.length > HELD) held.shift();
  return scanned;
}

function scan(text: string): ScannedWords {
  const scanned: ScannedWords = { words: [], starts: [], ends: [], joined: [] };
  let previousEnd = -1;
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [written] = found;
    if (written.startsWith('\\')) continue;
    const start = found.index;
    scanned.words.push(/[{}\u00AD]/.test(written) ? written.replace(/[{}\u00AD]/g, '') : written);
    scanned.starts.push(start);
    scanned.ends.push(token.lastIndex);
    scanned.joined.push(previousEnd >= 0 && isWithinPhrase(text, previousEnd, start));
    previousEnd = token.lastIndex;
  }
  return scanned;
}

function isWithinPhrase(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  // A space or a hyphen alone: nearly always.
  if (to - from === 1 && (first === 0x20 || first === 0x2d)) return true;
  return withinPhrase.test(text.slice(from, to));
}
