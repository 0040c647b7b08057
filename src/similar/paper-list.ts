import type { PaperId } from '../paper.ts';

/** A paper to point at, by the title under which it was announced. */
export interface SimilarPaper {
  id: PaperId;
  title: string;
}

/** A paper with the positions of those similar to it, the most similar first. */
export interface ListedPaper {
  paper: SimilarPaper;
  similar: readonly number[];
}

type Line = [id: PaperId, title: string, similar: readonly number[]];

/** A paper as a line of the cache: JSON in ASCII alone, as bytes of that become text many times faster than UTF-8 does. */
export function lineOf({ paper: { id, title }, similar }: ListedPaper): string {
  const line: Line = [id, title, similar];
  return JSON.stringify(line).replaceAll(/[\u0080-\uffff]/g, escapeUnit);
}

const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function parseLine(text: string): ListedPaper {
  const [id, title, similar]: Line = JSON.parse(text);
  return { paper: { id, title }, similar };
}

/** The papers of a day: lines of the cache are parsed one by one, each when somebody asks for its paper. */
interface ListedDay {
  first: number;
  count: number;
  papers: (ListedPaper | string)[] | null;
  read: () => (ListedPaper | string)[];
}

/** All papers in the order in which they were announced, day after day; a paper's position is its number in it. */
export class PaperList {
  readonly #days: ListedDay[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @param read gives the papers of the day, or their lines; called when one of them is asked for, and once */
  add(count: number, read: ListedDay['read']): void {
    this.#days.push({ first: this.#length, count, papers: null, read });
    this.#length += count;
  }

  /** The papers of the `n`th day. */
  ofDay(n: number): ListedPaper[] {
    const day = this.#days[n];
    return day ? Array.from({ length: day.count }, (_, index) => paperOf(day, index)) : [];
  }

  /** @throws {RangeError} when so many papers are not there */
  at(position: number): ListedPaper {
    const day = this.#days[this.#dayOf(position)];
    if (!day) throw new RangeError(`no paper at ${position} of ${this.#length}`);
    return paperOf(day, position - day.first);
  }

  /** The number of the last day that begins at the position or before it. */
  #dayOf(position: number): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle]?.first ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function paperOf(day: ListedDay, index: number): ListedPaper {
  const papers = (day.papers ??= day.read());
  const paper = papers[index];
  if (paper === undefined) throw new RangeError(`no paper ${index} of ${day.count} of a day`);
  if (typeof paper !== 'string') return paper;
  return (papers[index] = parseLine(paper));
}
