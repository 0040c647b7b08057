import type { Facet, LocalName } from '../config/config.ts';
import { indexPhrases } from './phrase-index.ts';

/** A thing that the title or abstract mentions: that a word occurs, not that the paper is about it. */
export interface FacetMention {
  /** Id of the facet: `embodiment`. */
  group: string;
  id: string;
  name: LocalName;
  /** The phrase as `config.yaml` states it. */
  phrase: string;
  place: 'title' | 'abstract';
  /** Offsets in UTF-16 units of the title or abstract. */
  start: number;
  end: number;
}

export interface FacetFinder {
  /** What is mentioned, in the order of `config.yaml`, each with its first place: title before abstract. */
  find(text: { title: string; abstract: string | null }): FacetMention[];
}

export function compileFacets(facets: readonly Facet[]): FacetFinder {
  const entries = facets.flatMap(({ id: group, entries: listed }) =>
    listed.map(({ id, name, phrases }) => ({ group, id, name, phrases })),
  );
  const index = indexPhrases(
    entries.flatMap(({ phrases }, number) =>
      phrases.map((phrase) => [phrase, { number, phrase }] as const),
    ),
  );

  return {
    find({ title, abstract }) {
      const first: (FacetMention | undefined)[] = [];
      const read = (place: FacetMention['place'], text: string) =>
        index.each(text, ({ number, phrase }, start, end) => {
          const known = first[number];
          const longer = known?.place === place && known.start === start && end > known.end;
          const entry = entries[number];
          if (entry === undefined || (known !== undefined && !longer)) return;
          const { group, id, name } = entry;
          first[number] = { group, id, name, phrase, place, start, end };
        });
      read('title', title);
      if (abstract !== null) read('abstract', abstract);
      return entries.flatMap((_, number) => first[number] ?? []);
    },
  };
}
