import { compilePhraseLists } from '../match/phrase-lists.ts';

/** Something with a name that texts mention. */
export interface Named {
  id: string;
  name: string;
}

/** Finds which of the named things a text mentions, in the order of the dictionary. */
export type NameFinder = (text: { title: string; abstract: string | null }) => string[];

/**
 * A dictionary of names. Names are found as whole words and in their own capitals: DROID is a dataset, a droid is not;
 * hyphens and spaces may differ (`RoboTurk`, `Robo-Turk`). Chinese names are found anywhere.
 */
export function nameFinder(named: readonly Named[]): NameFinder {
  const chinese = named.filter(({ name }) => /\p{Script=Han}/u.test(name));
  const others = named.filter(({ name }) => !chinese.some((other) => other.name === name));
  const find = compilePhraseLists(others.map(({ name }) => [name]));
  return (text) => {
    const found = new Set<string>();
    for (const [index, hits] of find(text).entries()) {
      const one = others[index];
      const written = (hit: { place: 'title' | 'abstract'; start: number; end: number }) =>
        bare((text[hit.place] ?? '').slice(hit.start, hit.end));
      if (one && hits.some((hit) => written(hit) === bare(one.name))) found.add(one.id);
    }
    for (const { id, name } of chinese)
      if (text.title.includes(name) || text.abstract?.includes(name)) found.add(id);
    return named.map(({ id }) => id).filter((id) => found.has(id));
  };
}

/** Word characters alone, so that hyphen and space do not tell two names apart. */
const bare = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]+/gu, '');
