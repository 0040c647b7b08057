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

/**
 * Per list its occurrences in a text: title before abstract, then the earliest, then the longest, then the first
 * listed.
 */
export type PhraseLists = (text: PaperText) => Occurrence[][];

/** Compiles lists of phrases once; a text is then read once, whatever the number of lists and phrases. */
export function compilePhraseLists(lists: readonly (readonly string[])[]): PhraseLists {
  const index = indexPhrases(
    lists.flatMap((phrases, list) =>
      phrases.map((phrase, order) => [phrase, { phrase, list, order }] as const),
    ),
  );

  return ({ title, abstract }) => {
    const found: (Occurrence & { order: number })[][] = lists.map(() => []);
    const read = (place: Place, text: string) =>
      index.each(text, ({ phrase, list, order }, start, end) =>
        found[list]?.push({ phrase, place, start, end, order }),
      );
    read('title', title);
    if (abstract !== null) read('abstract', abstract);
    return found.map((hits) =>
      hits
        .sort((a, b) => comesBefore(a, b) || a.order - b.order)
        .map(({ phrase, place, start, end }) => ({ phrase, place, start, end })),
    );
  };
}

/** Sorts occurrences: title before abstract, then the earliest, then the longest. */
export function comesBefore(a: Occurrence, b: Occurrence): number {
  if (a.place !== b.place) return a.place === 'title' ? -1 : 1;
  return a.start - b.start || b.end - a.end;
}
