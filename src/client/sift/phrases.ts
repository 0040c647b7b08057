import { foldWord, phraseWords } from '../../config/phrase.ts';
import { readPhrases } from '../feeds/config-lines.ts';

interface Looked {
  lower: string;
  folded: string;
}

/** Words between blanks, so that a phrase is found where a word begins. */
function look(text: string): Looked {
  const found = phraseWords(text.normalize('NFKC'));
  return {
    lower: ` ${found.join(' ').toLowerCase()} `,
    folded: ` ${found.map(foldWord).join(' ')} `,
  };
}

/** Texts are looked at again with every letter the reader types. */
const looked = new Map<string, Looked>();

function lookOnce(text: string): Looked {
  const known = looked.get(text) ?? look(text);
  looked.set(text, known);
  return known;
}

const starts = (phrase: string): Looked => {
  const { lower, folded } = look(phrase);
  return { lower: lower.trimEnd(), folded: folded.trimEnd() };
};

const holds = (text: Looked, phrase: Looked): boolean =>
  text.lower.includes(phrase.lower) || text.folded.includes(phrase.folded);

/**
 * A test for one of several phrases, separated by commas: words in this order, from the beginning of a word on, so that
 * it finds while it is typed; case, hyphens and simple plurals do not matter. `null` when no phrase is given.
 */
export function anyPhrase(typed: string): ((text: string) => boolean) | null {
  const phrases = readPhrases(typed)
    .map(starts)
    .filter(({ lower }) => lower.trim() !== '');
  if (phrases.length === 0) return null;
  return (text) => {
    const words = lookOnce(text);
    return phrases.some((phrase) => holds(words, phrase));
  };
}

const MOST_FORMS = 8;

/**
 * The phrases as whole words, as the texts have them: `grasp` → `grasp`, `grasping`. `config.yaml` knows whole words
 * only. What stands in no text stays as it was typed. The commonest first; plurals are one with their singular.
 */
export function wholeForms(typed: string, texts: readonly string[]): string[] {
  return readPhrases(typed).flatMap((phrase) => {
    const { lower } = starts(phrase);
    const counts = new Map<string, { form: string; n: number }>();
    for (const text of texts) {
      const words = lookOnce(text).lower;
      for (let at = words.indexOf(lower); at !== -1; at = words.indexOf(lower, at + 1)) {
        const form = words.slice(at + 1, words.indexOf(' ', at + lower.length));
        const key = look(form).folded;
        const known = counts.get(key) ?? { form, n: 0 };
        counts.set(key, {
          form: form.length < known.form.length ? form : known.form,
          n: known.n + 1,
        });
      }
    }
    const found = [...counts.values()].toSorted((a, b) => b.n - a.n || (a.form < b.form ? -1 : 1));
    return found.length === 0 ? [phrase] : found.slice(0, MOST_FORMS).map(({ form }) => form);
  });
}
