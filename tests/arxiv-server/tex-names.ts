/** Names as arXiv stores them: TeX accents for what Unicode holds in one letter. */
const accents = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
]);

const letters = new Map([
  ['ß', String.raw`\ss`],
  ['æ', String.raw`\ae`],
  ['ø', String.raw`\o`],
  ['Ø', String.raw`\O`],
  ['ł', String.raw`\l`],
  ['Ł', String.raw`\L`],
  ['ı', String.raw`\i`],
]);

/** `Dirk Wübben` → `Dirk W\"ubben`. Letters that TeX has no accent for stay as they are. */
export function texName(name: string): string {
  return name.normalize('NFC').replaceAll(/[^\0-\u007f]/gu, texLetter);
}

function texLetter(letter: string): string {
  const own = letters.get(letter);
  if (own) return `{${own}}`;
  const [base = '', mark = '', more] = letter.normalize('NFD');
  const accent = accents.get(mark);
  if (!accent || more) return letter;
  // `\'i` needs the dotless letter; an accent that is itself a letter needs braces
  const under = base === 'i' ? String.raw`{\i}` : base;
  return /[a-zA-Z]/.test(accent) ? `\\${accent}{${under}}` : `\\${accent}${under}`;
}
