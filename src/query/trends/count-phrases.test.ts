import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../config/phrase.ts';
import { hasRealRecords, readRealRecords } from '../../../tests/real-records.ts';
import { countPhrases, type CountedPhrase } from './count-phrases.ts';
import { wordRuns } from './phrase-words.ts';
import { WrittenWords } from './written-words.ts';

interface Spans {
  recent: readonly string[];
  previous: readonly string[];
}

const count = ({ recent, previous }: Spans, least: number): CountedPhrase[] => {
  const words = new WrittenWords();
  const numbers = (texts: readonly string[]) =>
    texts.map((title) => words.of({ title, abstract: null }));
  return countPhrases(
    { recent: numbers(recent), previous: numbers(previous), forms: words.forms },
    least,
  );
};

/** Phrases as readers compare them, whatever the form in which they are shown. */
const counted = (phrases: readonly CountedPhrase[]): string[] =>
  phrases
    .map(({ words, recent, previous }) => `${words.map(foldWord).join(' ')}: ${recent} ${previous}`)
    .toSorted();

/** The same by the definition: every run of every paper, looked at by itself. */
function simply({ recent, previous }: Spans, least: number): string[] {
  const counts = new Map<string, [number, number]>();
  for (const [span, texts] of [recent, previous].entries())
    for (const text of texts)
      for (const phrase of new Set(wordRuns(text).flatMap(phrasesOf))) {
        const both = counts.get(phrase) ?? [0, 0];
        counts.set(phrase, [both[0] + (span === 0 ? 1 : 0), both[1] + span]);
      }
  return [...counts]
    .filter(([, [after, before]]) => after + before >= least)
    .map(([phrase, [after, before]]) => `${phrase}: ${after} ${before}`)
    .toSorted();
}

const phrasesOf = (run: readonly string[]): string[] =>
  run.flatMap((_, from) =>
    [1, 2, 3, 4]
      .filter((length) => from + length <= run.length)
      .map((length) =>
        run
          .slice(from, from + length)
          .map(foldWord)
          .join(' '),
      ),
  );

const text = fc
  .array(fc.constantFrom('grasp', 'Grasps', 'policy', 'policies', 'the', 'of', 'VLA', ',', '3'), {
    maxLength: 14,
  })
  .map((words) => words.join(' '));
const texts = fc.array(text, { maxLength: 8 });

describe('countPhrases', () => {
  it('counts what a look at every run of every paper counts', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 6 }), (recent, previous, least) => {
        const spans = { recent, previous };
        expect(counted(count(spans, least))).toEqual(simply(spans, least));
      }),
    );
  });

  it.skipIf(!hasRealRecords)('does so for real abstracts', () => {
    const abstracts = readRealRecords()
      .slice(0, 600)
      .map(({ abstract }) => abstract);
    const spans = { recent: abstracts.slice(300), previous: abstracts.slice(0, 300) };
    expect(counted(count(spans, 5))).toEqual(simply(spans, 5));
  });

  it('gives runs from short to long, those of one length in the order in which they were met', () => {
    const phrases = count({ recent: ['Legged robots walk'], previous: ['robots walk'] }, 1);
    expect(phrases.map(({ words }) => words.join(' '))).toEqual([
      'Legged',
      'robots',
      'walk',
      'Legged robots',
      'robots walk',
      'Legged robots walk',
    ]);
  });
});
