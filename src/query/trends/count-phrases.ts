import { PhraseDictionary } from './phrase-dictionary.ts';

/** The papers of two spans as numbers of written words, and these words. */
export interface SpanWords {
  recent: readonly Int32Array[];
  previous: readonly Int32Array[];
  forms: readonly string[];
}

/** A run of words that occurs, in how many papers of each span. */
export interface CountedPhrase {
  words: string[];
  recent: number;
  previous: number;
}

/** Longest phrase, in words. */
const LONGEST = 4;

/** Frequent runs of one length: the words of each, in how many papers, and which of them begins at each place. */
interface Runs {
  words: number[][];
  recent: Int32Array;
  previous: Int32Array;
  /** -1 where none does. */
  starts: Int32Array;
}

/**
 * Every run of one to four words that at least `least` papers of both spans together have. A longer run is counted only
 * where both runs that it is made of are frequent, so that the time follows the text and not the number of runs.
 */
export function countPhrases(
  { recent, previous, forms }: SpanWords,
  least: number,
): CountedPhrase[] {
  const dictionary = new PhraseDictionary(forms);
  const text = dictionary.numbersOf([...recent, ...previous]);
  const found: CountedPhrase[] = [];
  const keep = (candidates: Candidates): Runs => {
    const runs = frequentOf(candidates, { ends: text.ends, recent: recent.length, least });
    for (const [number, words] of runs.words.entries())
      found.push({
        words: words.map((word) => dictionary.written(word)),
        recent: runs.recent[number] ?? 0,
        previous: runs.previous[number] ?? 0,
      });
    return runs;
  };
  let runs = keep({
    starts: text.words,
    count: dictionary.size,
    wordsOf: (number) => [number],
  });
  for (let length = 2; length <= LONGEST && runs.words.length > 0; length += 1)
    runs = keep(lengthened(runs, text.words, length));
  return found;
}

/** Runs that may be frequent, by number. */
interface Candidates {
  starts: Int32Array;
  count: number;
  wordsOf: (number: number) => number[];
}

function frequentOf(
  { starts, count, wordsOf }: Candidates,
  papers: { ends: Int32Array; recent: number; least: number },
): Runs {
  const totals = [new Int32Array(count), new Int32Array(count)] as const;
  const seenIn = new Int32Array(count).fill(-1);
  let place = 0;
  for (const [paper, end] of papers.ends.entries()) {
    const total = totals[paper < papers.recent ? 0 : 1];
    for (; place < end; place += 1) {
      const number = starts[place] ?? -1;
      if (number < 0 || seenIn[number] === paper) continue;
      seenIn[number] = paper;
      total[number] = (total[number] ?? 0) + 1;
    }
  }
  const [recent, previous] = totals;
  const kept: number[] = [];
  const renumbered = new Int32Array(count).fill(-1);
  for (let number = 0; number < count; number += 1)
    if ((recent[number] ?? 0) + (previous[number] ?? 0) >= papers.least)
      renumbered[number] = kept.push(number) - 1;
  return {
    words: kept.map(wordsOf),
    recent: Int32Array.from(kept, (number) => recent[number] ?? 0),
    previous: Int32Array.from(kept, (number) => previous[number] ?? 0),
    starts: starts.map((number) => (number < 0 ? -1 : (renumbered[number] ?? -1))),
  };
}

/** Runs longer by one word, where the frequent runs at a place and at the next one overlap. */
function lengthened(shorter: Runs, text: Int32Array, length: number): Candidates {
  const numbers = new Map<number, number>();
  const made: { first: number; last: number }[] = [];
  const starts = new Int32Array(text.length).fill(-1);
  for (let place = 0; place + 1 < text.length; place += 1) {
    const first = shorter.starts[place] ?? -1;
    const next = shorter.starts[place + 1] ?? -1;
    if (first < 0 || next < 0) continue;
    const key = first * shorter.words.length + next;
    let number = numbers.get(key);
    if (number === undefined) {
      number = made.push({ first, last: text[place + length - 1] ?? -1 }) - 1;
      numbers.set(key, number);
    }
    starts[place] = number;
  }
  const wordsOf = (number: number): number[] => {
    const { first = 0, last = 0 } = made[number] ?? {};
    return [...(shorter.words[first] ?? []), last];
  };
  return { starts, count: made.length, wordsOf };
}
