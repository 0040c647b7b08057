import { element } from './element.ts';
import type { Facts } from './facts.ts';
import { sayFilters } from './say-filters.ts';
import type { ValueNames } from './value-names.ts';
import { listRows } from './load-facts.ts';

interface Place {
  row: HTMLElement;
  list: Element;
}

interface Section {
  heading: string;
  note: string;
  rows: HTMLElement[];
}

/**
 * The order of a list. The rows stay the same elements, so marks, focus and what is unfolded stay with them; where each
 * stood at first is remembered.
 */
export class Arrangement {
  private readonly places: Place[];
  private made: Element[] = [];

  constructor() {
    this.places = listRows().flatMap((row) =>
      row.parentElement ? [{ row, list: row.parentElement }] : [],
    );
  }

  /** As the page has it. */
  asAnnounced(): void {
    if (this.made.length === 0) return;
    for (const { row, list } of this.places) list.append(row);
    for (const section of this.made) section.remove();
    this.made = [];
  }

  /** One section a topic, each paper in its first; a paper's other topics stand in its row. */
  byTopic(facts: ReadonlyMap<string, Facts>, names: ValueNames, cited: boolean): void {
    const { topics, groups } = names.names;
    const rows = this.rows(facts, cited);
    const of = Map.groupBy(rows, ({ id }) => facts.get(id)?.topic[0] ?? '');
    const known = new Set(topics.map(({ id }) => id));
    const sections = topics.flatMap(({ id, group }): Section[] => {
      const found = of.get(id);
      if (!found) return [];
      const layer = groups.find((one) => one.id === group)?.name;
      const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
      return [{ heading: names.of('topic', id), note: layer?.[lang] ?? '', rows: found }];
    });
    const others = rows.filter(({ id }) => !known.has(facts.get(id)?.topic[0] ?? ''));
    if (others.length > 0)
      sections.push({ heading: sayFilters('noTopic'), note: '', rows: others });
    this.put(sections);
  }

  /** One section, the most cited paper first; papers without a count as they were. */
  byCitations(facts: ReadonlyMap<string, Facts>): void {
    this.put([{ heading: sayFilters('citations'), note: '', rows: this.rows(facts, true) }]);
  }

  /** New papers and cross-lists; updates stay in their own lane. */
  private rows(facts: ReadonlyMap<string, Facts>, cited: boolean): HTMLElement[] {
    const rows = this.places
      .filter(({ list }) => list.closest('.lane')?.querySelector('#updated') == null)
      .map(({ row }) => row);
    const count = ({ id }: HTMLElement) => facts.get(id)?.citations ?? -1;
    return cited ? rows.toSorted((a, b) => count(b) - count(a)) : rows;
  }

  private put(sections: Section[]): void {
    const before = this.made;
    const first = this.places[0]?.list.closest('.lane') ?? this.places[0]?.list;
    this.made = sections.map(({ heading, note, rows }) =>
      element(
        'section',
        { class: 'lane made' },
        element(
          'h2',
          {},
          element('b', {}, heading),
          element('span', {}, String(rows.length)),
          note !== '' && element('small', {}, note),
        ),
        element('ol', { class: 'rows' }, ...rows),
      ),
    );
    for (const section of this.made) first?.before(section);
    for (const section of before) section.remove();
  }
}
