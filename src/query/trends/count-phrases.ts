import { PairNumbers } from './pair-numbers.ts';
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
  recent: number[];
  previous: number[];
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
  const { words, ends } = dictionary.numbersOf([...recent, ...previous]);
  const papers = { ends, recent: recent.length, least };
  const found: CountedPhrase[] = [];
  const written: string[] = [];
  const keep = (candidates: Candidates): Runs => {
    const runs = frequentOf(candidates, papers);
    runs.words.forEach((run, number) => {
      found.push({
        words: run.map((word) => (written[word] ??= dictionary.written(word))),
        recent: runs.recent[number] ?? 0,
        previous: runs.previous[number] ?? 0,
      });
    });
    return runs;
  };
  let runs = keep({ starts: words, count: dictionary.size, wordsOf: (word) => [word] });
  for (let length = 2; length <= LONGEST && runs.words.length > 0; length += 1)
    runs = keep(lengthened(runs));
  return found;
}

/** Runs that may be frequent, by number. */
interface Candidates {
  starts: Int32Array;
  count: number;
  wordsOf: (number: number) => number[];
}

// The loops below run over every word of some thousands of papers: plain ones over arrays of integers are the fast ones.

function frequentOf(
  { starts, count, wordsOf }: Candidates,
  { ends, recent, least }: { ends: Int32Array; recent: number; least: number },
): Runs {
  const before = new Int32Array(count);
  const after = new Int32Array(count);
  const seenIn = new Int32Array(count).fill(-1);
  let place = 0;
  for (let paper = 0; paper < ends.length; paper += 1) {
    const total = paper < recent ? after : before;
    for (const end = ends[paper] ?? 0; place < end; place += 1) {
      const number = starts[place] ?? -1;
      if (number < 0 || seenIn[number] === paper) continue;
      seenIn[number] = paper;
      total[number] = (total[number] ?? 0) + 1;
    }
  }
  const runs: Runs = { words: [], recent: [], previous: [], starts: new Int32Array(starts.length) };
  const renumbered = new Int32Array(count).fill(-1);
  for (let number = 0; number < count; number += 1) {
    const recently = after[number] ?? 0;
    const previously = before[number] ?? 0;
    if (recently + previously < least) continue;
    renumbered[number] = runs.words.push(wordsOf(number)) - 1;
    runs.recent.push(recently);
    runs.previous.push(previously);
  }
  for (let at = 0; at < starts.length; at += 1) {
    const number = starts[at] ?? -1;
    runs.starts[at] = number < 0 ? -1 : (renumbered[number] ?? -1);
  }
  return runs;
}

/** Runs longer by one word, where the frequent runs at a place and at the next one overlap. */
function lengthened({ starts: shorter, words }: Runs): Candidates {
  const pairs = new PairNumbers();
  const starts = new Int32Array(shorter.length).fill(-1);
  let next = shorter[0] ?? -1;
  for (let place = 0; place + 1 < shorter.length; place += 1) {
    const first = next;
    next = shorter[place + 1] ?? -1;
    if (first >= 0 && next >= 0) starts[place] = pairs.of(first, next);
  }
  const wordsOf = (number: number): number[] => {
    const first = words[pairs.firsts[number] ?? -1] ?? [];
    const last = words[pairs.seconds[number] ?? -1]?.at(-1) ?? -1;
    return [...first, last];
  };
  return { starts, count: pairs.size, wordsOf };
}
