import { describe, expect, it } from 'vitest';
import { FALSE_ALARMS, risingPhrases } from './rising-phrases.ts';
import { WrittenWords, type PhraseText } from './written-words.ts';

/** The same numbers in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = Array.from(
  { length: 24 },
  (_, n) => `${'bcdfglmnprtv'[n % 12]}${'aeiou'[n % 5]}${'klmnrt'[Math.floor(n / 10)]}or`,
);

/** A paper whose words come as often as words do: few often, many seldom. */
const paper = (random: () => number): PhraseText => ({
  title: 'Untold',
  abstract: Array.from({ length: 14 }, () => WORDS[Math.floor(WORDS.length * random() ** 2)]).join(
    ' ',
  ),
});

const papers = (count: number, random: () => number): PhraseText[] =>
  Array.from({ length: count }, () => paper(random));

const said = (text: string): PhraseText => ({ title: text, abstract: null });

const rising = (recent: readonly PhraseText[], previous: readonly PhraseText[]) => {
  const words = new WrittenWords();
  const [after, before] = [recent, previous].map((texts) => texts.map((text) => words.of(text)));
  return risingPhrases({ recent: after ?? [], previous: before ?? [], forms: words.forms });
};

describe('risingPhrases', () => {
  it('raises a false alarm in no more simulated months than the stated rate, when nothing changes', () => {
    const months = 200;
    let alarms = 0;
    let tested = 0;
    for (let seed = 1; seed <= months; seed += 1) {
      const random = seeded(seed);
      const found = rising(papers(160, random), papers(160, random));
      tested += found.tested;
      if (found.phrases.length > 0) alarms += 1;
    }
    expect(tested / months).toBeGreaterThan(50);
    expect(alarms).toBeLessThanOrEqual(months * FALSE_ALARMS);
  });

  it('finds what rises beyond chance, with the papers of each span, and little else', () => {
    const random = seeded(7);
    const recent = papers(200, random);
    const previous = papers(200, random);
    for (let n = 0; n < 40; n += 1) recent.push(said('A flow matching policy'));
    for (let n = 0; n < 6; n += 1) previous.push(said('Flow-matching policies'));
    const { phrases, papers: counted } = rising(recent, previous);
    expect(counted).toEqual({ recent: 240, previous: 206 });
    expect(phrases).toMatchObject([{ phrase: 'flow matching policy', recent: 40, previous: 6 }]);
  });

  it('counts a paper once, however often it says a phrase, in title or abstract', () => {
    const recent = Array.from({ length: 30 }, () => ({
      title: 'Action chunking',
      abstract: 'Action chunking helps. We use action chunking.',
    }));
    const previous = Array.from({ length: 30 }, () => said('Something else'));
    const { phrases } = rising(recent, previous);
    expect(phrases.find(({ phrase }) => /chunking$/i.test(phrase))?.recent).toBe(30);
  });

  it('reaches across no comma, formula or sentence, and shows neither grammar nor what all abstracts say', () => {
    const recent = Array.from({ length: 40 }, () =>
      said('World, model of the $x$ gripper. Extensive experiments demonstrate'),
    );
    const { phrases } = rising(recent, [said('Nothing'), said('of it')].concat(recent.slice(0, 1)));
    expect(phrases).toEqual([]);
  });

  it('shows a name by itself as it is written most often, and a plain word never', () => {
    const recent = Array.from({ length: 40 }, (_, n) =>
      said(n < 30 ? 'RoboTwin. lamp' : 'ROBOTWIN. lamp'),
    );
    const previous = Array.from({ length: 40 }, () => said('Nothing'));
    expect(rising(recent, previous).phrases.map(({ phrase }) => phrase)).toEqual(['RoboTwin']);
  });

  it('is the same whatever the order of the papers', () => {
    const random = seeded(3);
    const recent = papers(120, random).concat(
      Array.from({ length: 30 }, () => said('Sim-to-real gap')),
    );
    const previous = papers(120, random);
    expect(rising(recent.toReversed(), previous.toReversed())).toEqual(rising(recent, previous));
  });

  it('tells nothing of a span without papers', () => {
    expect(rising([], [said('x')])).toMatchObject({ tested: 0, phrases: [] });
  });
});
