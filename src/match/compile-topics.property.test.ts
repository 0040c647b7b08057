import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phraseKey } from '../config/phrase.ts';
import { compileTopics } from './compile-topics.ts';
import { aTopic } from './reference/a-topic.ts';
import { slowMatch } from './reference/slow-match.ts';

const phrase = fc.constantFrom(
  ...'VLA|vla|RL|RT-2|robot|policy|diffusion policy|policies|robot policy|world model|box|base'.split(
    '|',
  ),
  ...'vision-language-action|vision-language|language|pick and place|dynamics|dynamic|机器人'.split(
    '|',
  ),
);

/** Distinct in each list, as config.yaml is checked to be, so that which phrase is named is not open. */
const phrases = (minLength: number) =>
  fc.uniqueArray(phrase, { minLength, maxLength: 4, selector: phraseKey });

const topicParts = fc.record({
  include: phrases(1),
  weak_include: fc.oneof(fc.constant<string[]>([]), phrases(0)),
  title_include: fc.oneof(fc.constant<string[]>([]), phrases(0)),
  exclude: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, phrases(0)),
  categories: fc.option(fc.constant<string[]>(['cs.RO']), { freq: 4 }),
  context: fc.option(
    fc.record({ id: fc.uuid(), categories: fc.subarray(['cs.RO']), phrases: phrases(0) }),
  ),
});

const word = fc.constantFrom(
  ...'VLA VLAs vla RL rl RT 2 2s robot Robots ROBOT robotic policy Policies diffusion world wor'.split(
    ' ',
  ),
  ...'models model vision Vision language action pick and place boxes bases dynamics ld similar'.split(
    ' ',
  ),
  ...'机器人 机器人学 é 3D'.split(' '),
);
const gaps = [' ', ' ', ' ', '-', '–', '--', '\n', '~', '{}', '} {', '} -'];
const breaks = [', ', ' - ', '- ', '/', '. ', '. ', '? ', '---', '—', '’', ''];
const gap = fc.constantFrom(...gaps, ...breaks);
const text = fc
  .array(fc.tuple(word, gap), { maxLength: 14 })
  .map((pairs) => pairs.flat().join(''))
  // A brace inside a word does not end it: a matter of its own, which the slow matcher leaves out.
  .map((joined) => joined.replaceAll(/(?<=[\p{L}\p{N}\p{M}])[{}]+(?=[\p{L}\p{N}])/gu, ' '));

const paper = fc.record({
  title: text,
  abstract: fc.option(text),
  categories: fc.subarray(['cs.RO', 'cs.CV']),
});

it('gives the same topics, phrases and places as looking for each phrase everywhere', () => {
  fc.assert(
    fc.property(fc.array(topicParts, { maxLength: 4 }), paper, (parts, given) => {
      const topics = parts.map((part, number) => aTopic(`t${number}`, part));
      expect(compileTopics(topics).match(given)).toEqual(slowMatch(topics, given));
    }),
    { numRuns: 2000 },
  );
});

it('never throws and never points outside the text, whatever the text', () => {
  const matcher = compileTopics([aTopic('t', { include: ['a', 'b c', 'É'] })]);
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
