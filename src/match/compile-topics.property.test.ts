/** The matcher against a slow, obvious one that looks for each phrase at each place, letter by letter. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Topic } from '../config/config.ts';
import { foldWord, isAcronym, phraseKey, phraseWords } from '../config/phrase.ts';
import type { TopicMatch } from '../paper.ts';
import { compileTopics, type MatchText } from './compile-topics.ts';

const isWordLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isInsideWord = (char: string | undefined) =>
  char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);

/** Where a phrase that begins exactly at `start` ends, or -1. */
function endOfPhrase(text: string, start: number, phrase: string): number {
  let at = start;
  const words = phraseWords(phrase);
  for (const [number, word] of words.entries()) {
    if (number > 0) {
      const gapStart = at;
      while (at < text.length && !isWordLetter(text[at])) at++;
      const between = text.slice(gapStart, at).replaceAll(/[{}]/g, '');
      if (!/^[\s~]+$/.test(between) && !/^(?:-|--|–)[\s~]*$/.test(between)) return -1;
    } else if (!isWordLetter(text[at]) || isInsideWord(text[at - 1])) return -1;
    const wordStart = at;
    while (isInsideWord(text[at])) at++;
    const found = text.slice(wordStart, at);
    const last = number === words.length - 1;
    const same = isAcronym(phrase)
      ? found === word || (last && found === `${word}s`)
      : foldWord(found) === foldWord(word);
    if (!same) return -1;
  }
  return at;
}

function slowMatch(
  topics: readonly Topic[],
  { title, abstract, categories }: MatchText,
): TopicMatch[] {
  const occurrences = (phrases: readonly string[]) =>
    (['title', 'abstract'] as const).flatMap((place) => {
      const text = (place === 'title' ? title : abstract) ?? '';
      return Array.from({ length: text.length }, (_, start) =>
        phrases
          .map((sought) => ({
            phrase: sought,
            place,
            start,
            end: endOfPhrase(text, start, sought),
          }))
          .filter(({ end }) => end >= 0)
          .sort((a, b) => b.end - a.end),
      ).flat();
    });
  const listed = (of: readonly string[] | null) =>
    of?.some((category) => categories.includes(category)) ?? false;

  return topics.flatMap(({ id, include, exclude, categories: only, context }) => {
    const first = occurrences(include)[0];
    if (first === undefined || occurrences(exclude).length > 0) return [];
    if (only !== null && !listed(only)) return [];
    if (
      context !== null &&
      !listed(context.categories) &&
      occurrences(context.phrases).length === 0
    )
      return [];
    return [{ topic: id, ...first }];
  });
}

const aTopic = (
  id: string,
  part: Partial<Omit<Topic, 'context'>>,
  context: Topic['context'] = null,
): Topic => ({
  id,
  name: { en: id, zh: id },
  group: 'g',
  include: [],
  exclude: [],
  categories: null,
  ...part,
  context,
});

const phrase = fc.constantFrom<string[]>(
  'VLA',
  'vla',
  'RL',
  'RT-2',
  'robot',
  'policy',
  'diffusion policy',
  'policies',
  'robot policy',
  'world model',
  'vision-language-action',
  'vision-language',
  'language',
  'pick and place',
  'box',
  'base',
  'dynamics',
  'dynamic',
  '机器人',
);

/** Distinct in each list, as config.yaml is checked to be, so that which phrase is named is not open. */
const phrases = (minLength: number) =>
  fc.uniqueArray(phrase, { minLength, maxLength: 4, selector: phraseKey });

const topic = fc.record({
  include: phrases(1),
  exclude: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, phrases(0)),
  categories: fc.option(fc.constant<string[]>(['cs.RO']), { freq: 4 }),
  context: fc.option(fc.record({ categories: fc.subarray(['cs.RO']), phrases: phrases(0) })),
});

const word = fc.constantFrom(
  'VLA',
  'VLAs',
  'vla',
  'RL',
  'rl',
  'RT',
  '2',
  '2s',
  'robot',
  'Robots',
  'ROBOT',
  'robotic',
  'policy',
  'Policies',
  'diffusion',
  'world',
  'models',
  'model',
  'vision',
  'Vision',
  'language',
  'action',
  'pick',
  'and',
  'place',
  'boxes',
  'bases',
  'dynamics',
  'similar',
  'wor',
  'ld',
  '机器人',
  '机器人学',
  'é',
  '3D',
);
const gap = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '-',
  '–',
  '--',
  '\n',
  '~',
  '{}',
  '} {',
  ', ',
  ' - ',
  '- ',
  '/',
  '. ',
  '---',
  '—',
  '} -',
  '',
  '’',
);
const text = fc
  .array(fc.tuple(word, gap), { maxLength: 14 })
  .map((pairs) => pairs.flat().join(''))
  // A brace inside a word does not end it, a matter of its own below.
  .map((joined) => joined.replaceAll(/(?<=[\p{L}\p{N}\p{M}])[{}]+(?=[\p{L}\p{N}])/gu, ' '));

const paper = fc.record({
  title: text,
  abstract: fc.option(text),
  categories: fc.subarray(['cs.RO', 'cs.CV']),
});

it('gives the same topics, phrases and places as looking for each phrase everywhere', () => {
  fc.assert(
    fc.property(fc.array(topic, { maxLength: 4 }), paper, (parts, given) => {
      const topics: Topic[] = parts.map((part, number) =>
        aTopic(
          `t${number}`,
          part,
          part.context && Object.assign({ id: `c${number}` }, part.context),
        ),
      );
      expect(compileTopics(topics).match(given)).toEqual(slowMatch(topics, given));
    }),
    { numRuns: 2000 },
  );
});

it('never throws and never points outside the text, whatever the text', () => {
  const topics = [aTopic('t', { include: ['a', 'b c', 'É'] })];
  const matcher = compileTopics(topics);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (title) => {
      for (const { start, end } of matcher.match({ title, abstract: null, categories: [] })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(title.length);
      }
    }),
  );
});
