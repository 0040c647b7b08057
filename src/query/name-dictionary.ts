import { compilePhraseLists } from '../match/phrase-lists.ts';

/** Something that texts mention. */
export interface Named {
  id: string;
  name: string;
  /** The names by which texts speak of it, in place of `name`: a company called Figure is found as “Figure AI”. */
  mentioned_as?: readonly string[] | undefined;
}

/** Finds which of the named things a text mentions, in the order of the dictionary. */
export type NameFinder = (text: { title: string; abstract: string | null }) => string[];

const HAN = /\p{Script=Han}/u;

/**
 * A dictionary of names. Names are found as whole words and in their own capitals: DROID is a dataset, a droid is not;
 * hyphens and spaces may differ (`RoboTurk`, `Robo-Turk`). Chinese names are found anywhere.
 */
export function nameFinder(named: readonly Named[]): NameFinder {
  const all = named.flatMap((one) => namesOf(one).map((name) => ({ id: one.id, name })));
  const chinese = all.filter(({ name }) => HAN.test(name));
  const others = all.filter(({ name }) => !HAN.test(name));
  const find = compilePhraseLists(others.map(({ name }) => [name]));
  return (text) => {
    const found = new Set<string>();
    for (const [index, hits] of find(text).entries()) {
      const one = others[index];
      const written = (hit: { place: 'title' | 'abstract'; start: number; end: number }) =>
        bareName((text[hit.place] ?? '').slice(hit.start, hit.end));
      if (one && hits.some((hit) => written(hit) === bareName(one.name))) found.add(one.id);
    }
    for (const { id, name } of chinese)
      if (text.title.includes(name) || text.abstract?.includes(name)) found.add(id);
    return named.map(({ id }) => id).filter((id) => found.has(id));
  };
}

/** The names by which texts speak of a thing. */
export const namesOf = ({ name, mentioned_as: names }: Named): readonly string[] => names ?? [name];

/** Word characters alone, so that hyphen and space do not tell two names apart. */
export const bareName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]+/gu, '');
