import type { Config, LocalName } from '../../config/config.ts';
import type { Day } from '../../paper.ts';
import type { DayCounts } from './day-counts.ts';
import type { Kind, Period, Series, Unit } from './types.ts';

const UNITS = ['day', 'week', 'month'] as const;

/** Days of the record with their counts, oldest first. */
export type CountedDays = readonly (readonly [Day, DayCounts])[];

/** What is counted, with its names. Ids that config does not name any more do not count. */
interface Named {
  kind: Kind;
  id: string;
  group: string | null;
  name: LocalName;
}

/** Papers of each period, by day, week and month. */
export function papersPer(
  periods: Record<Unit, Period[]>,
  days: CountedDays,
): Record<Unit, number[]> {
  return perUnit(periods, days, ({ papers }) => papers);
}

/** A series for each topic, layer, category, facet and venue that has a paper in the record, in the order of config. */
export function seriesOf(
  config: Config,
  periods: Record<Unit, Period[]>,
  days: CountedDays,
): Series[] {
  return [...ofConfig(config), ...found(days, 'category'), ...found(days, 'venue')]
    .map((named) => ({
      ...named,
      ...perUnit(periods, days, (counts) => counts[named.kind][named.id] ?? 0),
    }))
    .filter(({ day, week, month }) =>
      [day, week, month].some((counts) => counts.some((n) => n > 0)),
    );
}

function perUnit(
  periods: Record<Unit, Period[]>,
  days: CountedDays,
  count: (counts: DayCounts) => number,
): Record<Unit, number[]> {
  const values = (unit: Unit): number[] => {
    const totals = periods[unit].map(() => 0);
    let at = 0;
    for (const [date, counts] of days) {
      while (at < totals.length && date > (periods[unit][at]?.to ?? '')) at += 1;
      const from = periods[unit][at]?.from;
      if (from !== undefined && date >= from) totals[at] = (totals[at] ?? 0) + count(counts);
    }
    return totals;
  };
  const [day, week, month] = UNITS.map(values);
  return { day: day ?? [], week: week ?? [], month: month ?? [] };
}

function ofConfig({ groups, topics, facets }: Config): Named[] {
  return [
    ...groups.map(({ id, name }): Named => ({ kind: 'layer', id, group: null, name })),
    { kind: 'layer', id: 'none', group: null, name: { en: 'No topic', zh: '无主题' } },
    ...topics.map(({ id, name, group }): Named => ({ kind: 'topic', id, group, name })),
    ...facets.flatMap(({ id: group, entries }) =>
      entries.map(({ id, name }): Named => ({ kind: 'facet', id: `${group}/${id}`, group, name })),
    ),
  ];
}

/** What the papers name themselves: most papers first. */
function found(days: CountedDays, kind: Kind): Named[] {
  const totals = new Map<string, number>();
  for (const [, counts] of days)
    for (const [id, n] of Object.entries(counts[kind])) totals.set(id, (totals.get(id) ?? 0) + n);
  return [...totals]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([id]) => ({ kind, id, group: null, name: { en: id, zh: id } }));
}
