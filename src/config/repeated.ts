import type { CrossProblem } from './parse-yaml.ts';
import { pathText } from './path-text.ts';
import { phraseKey } from './phrase.ts';
import { keyed, list, type Path } from './untyped.ts';
import { tick } from './wording.ts';

/** Entries of a list whose `id` an earlier entry has. */
export function repeatedIds(entries: unknown, path: Path): CrossProblem[] {
  const first = new Map<string, number>();
  return list(entries).flatMap((entry, index) => {
    const { id } = keyed(entry);
    if (typeof id !== 'string') return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const owner = pathText([...path, earlier]);
    const message = `${tick(id)} is already the id of ${owner}; ids are used once`;
    return [{ path: [...path, index, 'id'], message }];
  });
}

/** Phrases of a list that match the same texts as an earlier one. */
export function repeatedPhrases(value: unknown, path: Path): CrossProblem[] {
  const first = new Map<string, string>();
  return phrases(value).flatMap(({ key, text, index }) => {
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, text);
      return [];
    }
    const as = earlier === text ? '' : `, first as ${JSON.stringify(earlier)}`;
    const message = `${JSON.stringify(text)} stands here twice${as}; case, hyphens and plurals make no difference`;
    return [{ path: [...path, index], message }];
  });
}

/** The usable phrases of a list, each with what makes it the same as another. */
export function phrases(value: unknown): { key: string; text: string; index: number }[] {
  return list(value).flatMap((text, index) => {
    const key = typeof text === 'string' ? phraseKey(text) : '';
    return typeof text === 'string' && key !== '' ? [{ key, text, index }] : [];
  });
}
