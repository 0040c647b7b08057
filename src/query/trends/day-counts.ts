/** Papers of each announcement day by everything that trends count; kept between builds, so that a day is read once. */
import type { Day } from '../../paper.ts';
import type { PaperEntry } from '../views.ts';
import type { Kind } from './types.ts';

/** By id. */
export type Counts = Record<string, number>;

export interface DayCounts extends Record<Kind, Counts> {
  papers: number;
}

/** Of each day the digest of its records with what was counted. */
export type KnownDays = Record<Day, { records: string; counts: DayCounts }>;

/** @param layerOf the layer of each topic, by id */
export function countDay(
  entries: readonly PaperEntry[],
  layerOf: ReadonlyMap<string, string>,
): DayCounts {
  const counts: DayCounts = {
    papers: entries.length,
    layer: {},
    topic: {},
    category: {},
    facet: {},
    venue: {},
  };
  const add = (kind: Kind, ids: Iterable<string>): void => {
    for (const id of new Set(ids)) counts[kind][id] = (counts[kind][id] ?? 0) + 1;
  };
  for (const { paper, topics, facets, venue } of entries) {
    const ids = topics.map(({ topic }) => topic);
    add('topic', ids);
    add('layer', ids.length === 0 ? ['none'] : ids.map((id) => layerOf.get(id) ?? 'none'));
    add('category', [paper.primary_category]);
    add(
      'facet',
      facets.map(({ group, id }) => `${group}/${id}`),
    );
    add('venue', venue === null ? [] : [venue.name]);
  }
  return counts;
}

/** The counts of every day, taking those from `known` whose records are the same. */
export function countDays(
  days: readonly { date: Day; records: string }[],
  known: KnownDays,
  count: (date: Day) => DayCounts,
): KnownDays {
  return Object.fromEntries(
    days.map(({ date, records }) => {
      const same = known[date];
      return [date, same?.records === records ? same : { records, counts: count(date) }];
    }),
  );
}
