import { foldWord, isAcronym, phraseWords } from '../config/phrase.ts';
import { prefixFilter } from './prefix-filter.ts';
import { scanWords } from './scan-words.ts';

/** An occurrence of a phrase: what was stored with it, and offsets in UTF-16 units of the text. */
export interface PhraseHit<T> {
  value: T;
  start: number;
  end: number;
}

export interface PhraseIndex<T> {
  /** Calls back for each occurrence: by start; of those that start at one word, the shortest first. */
  each(text: string, found: (value: T, start: number, end: number) => void): void;
  find(text: string): PhraseHit<T>[];
}

interface Node<T> {
  next: Map<number, Node<T>>;
  values: T[];
}

/** Words known to no phrase, which are nearly all, share this. */
const unknown = { folded: 0, exact: 0 };

/** Words remembered by how they are written; the vocabulary of a year of abstracts is smaller. */
const rememberedWords = 100_000;

/**
 * All phrases in one structure that reads a text once: a trie over word numbers, one for phrases that ignore case and
 * plural, one for acronyms in their own capitals.
 */
export function indexPhrases<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
): PhraseIndex<T> {
  const folded = { numbers: new Map<string, number>(), root: emptyNode<T>() };
  const exact = { numbers: new Map<string, number>(), root: emptyNode<T>() };
  for (const [phrase, value] of entries) {
    const words = phraseWords(phrase);
    if (isAcronym(phrase)) {
      insert(exact, words, value);
      insert(exact, [...words.slice(0, -1), `${words.at(-1)}s`], value);
    } else {
      insert(folded, words.map(foldWord), value);
    }
  }

  const mayBeKnown = prefixFilter([...folded.numbers.keys(), ...exact.numbers.keys()]);
  const known = new Map<string, typeof unknown>();
  const numbersOf = (word: string) => {
    if (!mayBeKnown(word)) return unknown;
    let numbers = known.get(word);
    if (numbers === undefined) {
      const inFolded = folded.numbers.get(foldWord(word)) ?? 0;
      const inExact = exact.numbers.get(word) ?? 0;
      numbers = inFolded + inExact === 0 ? unknown : { folded: inFolded, exact: inExact };
      if (known.size >= rememberedWords) known.clear();
      known.set(word, numbers);
    }
    return numbers;
  };

  function each(text: string, found: (value: T, start: number, end: number) => void): void {
    const { words, starts, ends, joined } = scanWords(text);
    const numbers = words.map(numbersOf);

    const walk = (first: number, kind: 'folded' | 'exact', root: Node<T>) => {
      let node = root.next.get(numbers[first]?.[kind] ?? 0);
      for (let last = first; node !== undefined;) {
        for (const value of node.values) found(value, starts[first] ?? 0, ends[last] ?? 0);
        last++;
        if (joined[last] !== true) return;
        node = node.next.get(numbers[last]?.[kind] ?? 0);
      }
    };
    for (let first = 0; first < numbers.length; first++) {
      if (numbers[first] === unknown) continue;
      walk(first, 'folded', folded.root);
      walk(first, 'exact', exact.root);
    }
  }

  return {
    each,
    find(text) {
      const hits: PhraseHit<T>[] = [];
      each(text, (value, start, end) => hits.push({ value, start, end }));
      return hits;
    },
  };
}

const emptyNode = <T>(): Node<T> => ({ next: new Map(), values: [] });

function insert<T>(
  trie: { numbers: Map<string, number>; root: Node<T> },
  words: readonly string[],
  value: T,
): void {
  let node = trie.root;
  for (const word of words) {
    const number = trie.numbers.get(word) ?? trie.numbers.size + 1;
    trie.numbers.set(word, number);
    const next = node.next.get(number) ?? emptyNode<T>();
    node.next.set(number, next);
    node = next;
  }
  node.values.push(value);
}
