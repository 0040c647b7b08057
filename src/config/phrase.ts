/**
 * What a phrase is made of, and when two words count as the same. Both what `config.yaml` states and the text that is
 * searched are read by these rules.
 */

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a phrase, as written: `vision-language-action` has three. */
export function phraseWords(phrase: string): string[] {
  return phrase.match(wordPattern) ?? [];
}

/**
 * True when a phrase is matched in its own capitals only: one to five letters, all of them capital (`VLA`, `RT-2`),
 * so that `RL` or `MOT` is never found in ordinary words.
 */
export function isAcronym(phrase: string): boolean {
  const letters = phrase.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 0 && letters.length <= 5 && letters.every((letter) => /\p{Lu}/u.test(letter))
  );
}

/** Singulars that end in -s; without them `bias` and `atlas` would lose it. */
const singularInS = new Set(
  'alias atlas bias canvas chaos lens opus pandas plus texas thus'.split(' '),
);

/** Words in -ics that are plurals of words in -ic; all others (`robotics`, `dynamics`) are fields of study. */
const pluralInIcs = new Set(
  'characteristics clinics comics critics fabrics heuristics metrics mimics mosaics relics topics'.split(
    ' ',
  ),
);

/**
 * One form for a word and its simple plural, whichever is given: `policy` and `policies` give `policy`, `box` and
 * `boxes` give `box`. Not a stem: `robotic`, `grasping` and `based` stay as they are.
 * @param word lower case
 */
export function foldPlural(word: string): string {
  if (word.length < 4 || singularInS.has(word)) return dropFinalE(word);
  if (!word.endsWith('s') || /(?:ss|is|...us)$/.test(word)) return dropFinalE(word);
  if (word.endsWith('ics') && !pluralInIcs.has(word)) return word;
  return dropFinalE(word.slice(0, -1));
}

/** `boxe` → `box`, `base` → `bas`, `policie` → `policy`: what stays the same whether -s or -es was dropped. */
function dropFinalE(word: string): string {
  if (word.length < 4 || !word.endsWith('e')) return word;
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  return /(?:s|x|z|ch|sh)e$/.test(word) ? word.slice(0, -1) : word;
}

/** A word without case, compatibility forms (ﬁ, full width) and plural. */
export function foldWord(word: string): string {
  return foldPlural(word.normalize('NFKC').toLowerCase());
}

/** Equal for two phrases exactly when they match the same texts. */
export function phraseKey(phrase: string): string {
  const words = phraseWords(phrase);
  if (isAcronym(phrase)) return words.join(' ');
  return words.map(foldWord).join(' ');
}
