import { nearest } from '../config/nearest.ts';
import type { Environment } from './read-env.ts';
import { variableNames } from './variables.ts';

/** Warnings for `AUTO_FETCH_…` variables that nothing reads: the earlier product's operators would trust in them. */
export function unknownVariables(source: Environment): string[] {
  const known: readonly string[] = variableNames;
  return Object.keys(source)
    .filter((name) => name.startsWith('AUTO_FETCH_') && !known.includes(name))
    .toSorted()
    .map((name) => {
      const meant = nearest(name, known);
      return `${name} is set, but nothing reads it${meant === null ? '' : `; ${meant} is meant?`}`;
    });
}
