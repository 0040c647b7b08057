import type { PeriodFacts } from '../../search/period-facts.ts';

/** What stands beside the index about one result. */
export interface ResultFacts {
  venue?: string;
  cited?: number;
}

/** Facts of several periods, by result. */
export function resultFacts(periods: readonly PeriodFacts[]): Map<string, ResultFacts> {
  const known = new Map<string, ResultFacts>();
  for (const { cited, venues } of periods) {
    for (const [result, count] of Object.entries(cited)) known.set(result, { cited: count });
    for (const [venue, results] of Object.entries(venues))
      for (const result of results) known.set(result, { ...known.get(result), venue });
  }
  return known;
}

/** Whether a value is the content of a period's `facts.json`. */
export const isPeriodFacts = (value: unknown): value is PeriodFacts =>
  typeof value === 'object' &&
  value !== null &&
  ['cited', 'venues'].every((key) => {
    const part: unknown = Reflect.get(value, key);
    return typeof part === 'object' && part !== null;
  });
