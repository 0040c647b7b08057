import { foldWord } from '../../config/phrase.ts';
import { wordRuns } from './phrase-words.ts';

/** What phrases are looked for in. */
export interface PhraseText {
  title: string;
  abstract: string | null;
}

/** Words by number, and how each is written most often. */
export class PhraseDictionary {
  readonly #numbers = new Map<string, number>();
  readonly #forms: Map<string, number>[] = [];
  readonly #written: string[] = [];
  /** By the word as written: most are met again and again. */
  readonly #known = new Map<string, { number: number; times: number }>();

  get size(): number {
    return this.#forms.length;
  }

  /** Papers one after the other as numbers of words, -1 between runs; `ends` is where each paper ends. */
  numbersOf(papers: readonly PhraseText[]): { words: Int32Array; ends: Int32Array } {
    const words: number[] = [];
    const ends = papers.map(({ title, abstract }) => {
      for (const run of [...wordRuns(title), ...wordRuns(abstract ?? '')]) {
        for (const word of run) words.push(this.#number(word));
        words.push(-1);
      }
      return words.length;
    });
    for (const [written, { number, times }] of this.#known)
      this.#forms[number]?.set(written, times);
    return { words: Int32Array.from(words), ends: Int32Array.from(ends) };
  }

  /** The form in which a word is written most often; the first by its letters when two are as frequent. */
  written(number: number): string {
    return (this.#written[number] ??= this.#mostWritten(number));
  }

  #mostWritten(number: number): string {
    const forms = [...(this.#forms[number] ?? [])];
    forms.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return forms[0]?.[0] ?? '';
  }

  #number(written: string): number {
    let known = this.#known.get(written);
    if (!known) {
      const folded = foldWord(written);
      let number = this.#numbers.get(folded);
      if (number === undefined) {
        number = this.#forms.push(new Map()) - 1;
        this.#numbers.set(folded, number);
      }
      known = { number, times: 0 };
      this.#known.set(written, known);
    }
    known.times += 1;
    return known.number;
  }
}
