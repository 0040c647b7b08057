/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
};

/** Names of devices that Windows does not allow as names of folders. */
const devices = /^(?:con|prn|aux|nul)$/;

const longest = 80;

/**
 * A name folded for an address: `Łukasz Dvořák` and `Lukasz Dvorak` are both `lukasz-dvorak`, `J.-P. Serre` is
 * `j-p-serre`. Letters of other scripts stay.
 * @returns an empty string for a name without letters and digits
 */
export function authorSlug(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðłħıþ]/g, (letter) => plain[letter] ?? letter);
  const words = folded.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return Array.from(words).slice(0, longest).join('').replaceAll(/^-|-$/g, '');
}

/**
 * The page that holds an author: named after the first three letters of the first word, `shanghang-zhang` → `sha`.
 * @param slug what `authorSlug` gave
 */
export function shelfOf(slug: string): string {
  const [word = ''] = slug.split('-', 1);
  const letters = Array.from(word).slice(0, 3).join('');
  return devices.test(letters) ? `${letters}-` : letters;
}
