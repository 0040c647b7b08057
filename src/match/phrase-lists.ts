import { indexPhrases } from './phrase-index.ts';

/** The two texts of a paper that are searched. */
export interface PaperText {
  title: string;
  /** `null` when not known. */
  abstract: string | null;
}

export type Place = 'title' | 'abstract';

/** A phrase of a list, as it is stated there, and where it occurs: offsets in UTF-16 units of that text. */
export interface Occurrence {
  phrase: string;
  place: Place;
  start: number;
  end: number;
}

export interface PhraseLists {
  /** Per list its first occurrence: title before abstract, then the earliest, the longest, the first listed. */
  first(text: PaperText): (Occurrence | undefined)[];
  /** Per list all its occurrences, in the same order. */
  all(text: PaperText): Occurrence[][];
}

/** Compiles lists of phrases once; a text is then read once, whatever the number of lists and phrases. */
export function compilePhraseLists(lists: readonly (readonly string[])[]): PhraseLists {
  const index = indexPhrases(
    lists.flatMap((phrases, list) =>
      phrases.map((phrase, order) => [phrase, { phrase, list, order }] as const),
    ),
  );
  type Found = Occurrence & { order: number };

  function each({ title, abstract }: PaperText, found: (list: number, hit: Found) => void): void {
    const read = (place: Place, text: string) =>
      index.each(text, ({ phrase, list, order }, start, end) =>
        found(list, { phrase, place, start, end, order }),
      );
    read('title', title);
    if (abstract !== null) read('abstract', abstract);
  }

  return {
    first(text) {
      const firsts: (Found | undefined)[] = lists.map(() => undefined);
      each(text, (list, hit) => {
        const known = firsts[list];
        if (known === undefined || inListOrder(hit, known) < 0) firsts[list] = hit;
      });
      return firsts.map((hit) => hit && withoutOrder(hit));
    },
    all(text) {
      const found: Found[][] = lists.map(() => []);
      each(text, (list, hit) => found[list]?.push(hit));
      return found.map((hits) => hits.sort(inListOrder).map(withoutOrder));
    },
  };

  function inListOrder(a: Found, b: Found): number {
    return comesBefore(a, b) || a.order - b.order;
  }

  function withoutOrder({ phrase, place, start, end }: Found): Occurrence {
    return { phrase, place, start, end };
  }
}

/** Sorts occurrences: title before abstract, then the earliest, then the longest. */
export function comesBefore(a: Occurrence, b: Occurrence): number {
  if (a.place !== b.place) return a.place === 'title' ? -1 : 1;
  return a.start - b.start || b.end - a.end;
}
