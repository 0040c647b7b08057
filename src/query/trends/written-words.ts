import { wordRuns } from './phrase-words.ts';

/** What phrases are looked for in. */
export interface PhraseText {
  title: string;
  abstract: string | null;
}

/** Stands after each run of words: a phrase does not reach across. */
export const BREAK = -1;

/** Words as they are written, by number, in the order in which they were met. */
export class WrittenWords {
  readonly forms: string[];
  readonly #numbers: Map<string, number>;

  /** @param forms those that have numbers already */
  constructor(forms: readonly string[] = []) {
    this.forms = [...forms];
    this.#numbers = new Map(forms.map((form, number) => [form, number]));
  }

  /** A paper as the numbers of its words, with a break after each run. */
  of({ title, abstract }: PhraseText): Int32Array {
    const numbers: number[] = [];
    for (const run of [...wordRuns(title), ...wordRuns(abstract ?? '')]) {
      for (const word of run) numbers.push(this.#number(word));
      numbers.push(BREAK);
    }
    return Int32Array.from(numbers);
  }

  #number(form: string): number {
    let number = this.#numbers.get(form);
    if (number === undefined) {
      number = this.forms.push(form) - 1;
      this.#numbers.set(form, number);
    }
    return number;
  }
}
