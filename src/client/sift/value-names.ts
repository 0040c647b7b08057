import { shownLang } from '../say.ts';
import type { Dimension } from './filter-state.ts';
import type { FilterNames } from './names.ts';
import { sayFilters } from './say-filters.ts';

/** What the values of filters are called in the language shown, and in which order they are offered. */
export class ValueNames {
  readonly names: FilterNames;
  private readonly known = new Map<string, string>();

  constructor(names: FilterNames) {
    this.names = names;
    const lang = shownLang();
    for (const { id, name } of names.topics) this.known.set(`topic ${id}`, name[lang]);
    for (const { id: group, entries } of names.facets)
      for (const { id, name } of entries) this.known.set(`facet ${group}/${id}`, name[lang]);
  }

  of(dimension: Dimension, value: string): string {
    if (dimension === 'code') return sayFilters('code');
    return this.known.get(`${dimension} ${value}`) ?? value;
  }

  /** Topics and facets as `config.yaml` orders them, the rest by how often they occur. */
  order(dimension: Dimension, counts: ReadonlyMap<string, number>): string[] {
    const values = [...counts.keys()];
    if (dimension !== 'topic' && dimension !== 'facet')
      return values.toSorted(
        (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
      );
    const places = new Map([...this.known.keys()].map((key, place) => [key, place]));
    const place = (value: string) => places.get(`${dimension} ${value}`) ?? places.size;
    return values.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  }
}
