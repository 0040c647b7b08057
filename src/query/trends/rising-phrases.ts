import { believedUpTo, fisherRise } from './chance.ts';
import { countPhrases, type CountedPhrase, type SpanWords } from './count-phrases.ts';
import { mayEnd, saysSomething } from './phrase-words.ts';
import type { RisingPhrase, RisingPhrases } from './types.ts';

/** The share of false alarms that is borne in the long run; with no change at all, the chance of any alarm. */
export const FALSE_ALARMS = 0.05;
/** Papers of both spans together that a phrase must be in to be tested: says nothing of a rise, so the test stays exact. */
const LEAST_TESTED = 14;
/** Of the phrases that passed, those are shown that are in so many recent papers, and so much more frequent there. */
const LEAST_RECENT = 8;
const LEAST_RISE = 1.5;
const SHOWN = 40;
/** A phrase that is mostly part of a longer one is left to that. */
const PART = 0.75;

interface Tested extends CountedPhrase {
  p: number;
  text: string;
}

/**
 * Phrases that are more frequent in the recent papers than in the previous ones, by Fisher's exact test of the number of
 * papers, with the false discovery rate held at 5 % over all phrases tested. Pure: order of papers does not matter.
 */
export function risingPhrases(words: SpanWords): Omit<RisingPhrases, 'span'> {
  const { recent, previous } = words;
  const papers = { recent: recent.length, previous: previous.length };
  if (recent.length === 0 || previous.length === 0) return { papers, tested: 0, phrases: [] };
  const tested = countPhrases(words, LEAST_TESTED)
    .filter(({ words }) => isPhrase(words))
    .map((phrase): Tested => ({
      ...phrase,
      text: phrase.words.join(' '),
      p: fisherRise(phrase.recent, phrase.previous, papers.recent, papers.previous),
    }));
  const limit = believedUpTo(
    tested.map(({ p }) => p),
    FALSE_ALARMS,
  );
  const rising = tested.filter(
    ({ p, recent: a, previous: b }) =>
      p <= limit && a >= LEAST_RECENT && a / papers.recent >= (LEAST_RISE * b) / papers.previous,
  );
  return {
    papers,
    tested: tested.length,
    phrases: withoutParts(rising).slice(0, SHOWN).map(toView),
  };
}

/** Two words or more, or one that is a name (`RoboTwin`, `VLA`, `GR00T`): a single plain word tells little. */
function isPhrase(words: readonly string[]): boolean {
  const [only, ...more] = words;
  if (more.length === 0) return /\p{Lu}.*\p{Lu}|\p{L}.*\p{N}/u.test(only ?? '');
  const plain = words.map((word) => word.toLowerCase());
  return mayEnd(plain[0] ?? '') && mayEnd(plain.at(-1) ?? '') && saysSomething(plain);
}

/** Most certain first; of phrases that contain each other one is kept: the longer, unless it is much rarer. */
function withoutParts(rising: readonly Tested[]): Tested[] {
  const order = rising.toSorted(
    (x, y) => x.p - y.p || y.recent - x.recent || (x.text < y.text ? -1 : 1),
  );
  const whole = order.filter(
    (part) =>
      !order.some(
        (longer) =>
          longer.words.length > part.words.length &&
          contains(longer, part) &&
          longer.recent >= PART * part.recent,
      ),
  );
  return whole.filter(
    (phrase, index) =>
      !whole.slice(0, index).some((better) => contains(phrase, better) || contains(better, phrase)),
  );
}

const contains = (longer: Tested, part: Tested): boolean =>
  ` ${longer.text} `.includes(` ${part.text} `);

const toView = (phrase: Tested): RisingPhrase => ({
  phrase: phrase.text,
  recent: phrase.recent,
  previous: phrase.previous,
  p_value: Number(phrase.p.toPrecision(3)),
});
