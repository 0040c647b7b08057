import type { Facet, LocalName } from '../config/config.ts';
import { compilePhraseLists, type Occurrence, type PaperText } from './phrase-lists.ts';

/** A thing that the title or abstract mentions: that a phrase occurs, not that the paper is about it. */
export interface FacetMention extends Occurrence {
  /** Id of the facet: `embodiment`. */
  group: string;
  id: string;
  name: LocalName;
}

export interface FacetFinder {
  /** What is mentioned, in the order of `config.yaml`, each with its first place: title before abstract. */
  find(text: PaperText): FacetMention[];
}

export function compileFacets(facets: readonly Facet[]): FacetFinder {
  const entries = facets.flatMap(({ id: group, entries: listed }) =>
    listed.map(({ id, name, phrases }) => ({ mention: { group, id, name }, phrases })),
  );
  const read = compilePhraseLists(entries.map(({ phrases }) => phrases));

  return {
    find(text) {
      const found = read(text);
      return entries.flatMap(({ mention }, number) => {
        const occurrence = found[number]?.[0];
        return occurrence === undefined ? [] : [{ ...mention, ...occurrence }];
      });
    },
  };
}
