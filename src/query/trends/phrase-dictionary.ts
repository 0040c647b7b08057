import { foldWord } from '../../config/phrase.ts';
import { BREAK } from './written-words.ts';

/** Words by number, whatever their case and ending, and how each is written most often. */
export class PhraseDictionary {
  readonly #forms: readonly string[];
  /** By the number of a written form: the word's own, and how often it is written so. */
  readonly #wordOf: Int32Array;
  readonly #times: Int32Array;
  /** The written forms of each word. */
  readonly #writtenAs: number[][] = [];
  readonly #numbers = new Map<string, number>();

  /** @param forms written words by number */
  constructor(forms: readonly string[]) {
    this.#forms = forms;
    this.#wordOf = new Int32Array(forms.length).fill(-1);
    this.#times = new Int32Array(forms.length);
  }

  get size(): number {
    return this.#writtenAs.length;
  }

  /**
   * @param papers as numbers of written words
   * @returns papers one after the other as numbers of words, with their breaks; `ends` is where each paper ends
   */
  numbersOf(papers: readonly Int32Array[]): { words: Int32Array; ends: Int32Array } {
    const words = new Int32Array(papers.reduce((sum, { length }) => sum + length, 0));
    const ends = new Int32Array(papers.length);
    let place = 0;
    const add = (paper: Int32Array): number => {
      for (const form of paper) words[place++] = form === BREAK ? BREAK : this.#count(form);
      return place;
    };
    papers.forEach((paper, index) => (ends[index] = add(paper)));
    return { words, ends };
  }

  /** The form in which a word is written most often; the first by its letters when two are as frequent. */
  written(number: number): string {
    const times = (form: number): number => this.#times[form] ?? 0;
    const letters = (form: number): string => this.#forms[form] ?? '';
    const [first, ...others] = this.#writtenAs[number] ?? [];
    if (first === undefined) return '';
    const most = others.reduce((best, form) => {
      const more = times(form) - times(best);
      return more > 0 || (more === 0 && letters(form) < letters(best)) ? form : best;
    }, first);
    return letters(most);
  }

  #count(form: number): number {
    const known = this.#wordOf[form] ?? -1;
    const number = known >= 0 ? known : this.#meet(form);
    this.#times[form] = (this.#times[form] ?? 0) + 1;
    return number;
  }

  #meet(form: number): number {
    const folded = foldWord(this.#forms[form] ?? '');
    let number = this.#numbers.get(folded);
    if (number === undefined) {
      number = this.#writtenAs.push([]) - 1;
      this.#numbers.set(folded, number);
    }
    this.#writtenAs[number]?.push(form);
    this.#wordOf[form] = number;
    return number;
  }
}
