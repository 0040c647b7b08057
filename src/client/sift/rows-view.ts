import { Arrangement } from './arrange.ts';
import type { Facts } from './facts.ts';
import type { FilterState } from './filter-state.ts';
import { listRows } from './load-facts.ts';
import { sayFilters } from './say-filters.ts';
import type { ValueNames } from './value-names.ts';

/** Shows a sifted list. */
export interface ListView {
  show(
    fits: ReadonlySet<string>,
    facts: ReadonlyMap<string, Facts>,
    state: FilterState,
    grouped: boolean,
  ): void;
}

const heads = new WeakMap<Element, string>();

/** Sections without a row that is shown go; the others say how many of theirs are. */
function tidy(section: HTMLElement): void {
  const rows = [...section.querySelectorAll<HTMLElement>('.row')];
  const shown = rows.filter(({ hidden }) => !hidden).length;
  section.hidden = shown === 0;
  const count = section.querySelector(':scope > h2 > span');
  if (!count) return;
  if (!heads.has(count)) heads.set(count, count.textContent);
  const made = section.classList.contains('made');
  const all = made ? String(rows.length) : (heads.get(count) ?? '');
  count.textContent = shown === rows.length ? all : `${shown} / ${rows.length}`;
}

/** A list whose rows stand in the page: those that do not fit are hidden. */
export class RowsView implements ListView {
  private readonly names: ValueNames;
  private readonly arrangement = new Arrangement();

  constructor(names: ValueNames) {
    this.names = names;
  }

  show(
    fits: ReadonlySet<string>,
    facts: ReadonlyMap<string, Facts>,
    { order }: FilterState,
    grouped: boolean,
  ): void {
    const cited = order === 'citations';
    if (grouped) this.arrangement.byTopic(facts, this.names, cited);
    else if (cited) this.arrangement.byCitations(facts);
    else this.arrangement.asAnnounced();
    for (const row of listRows()) row.hidden = !fits.has(row.id);
    for (const section of document.querySelectorAll<HTMLElement>('.main .lane')) tidy(section);
    const end = document.querySelector<HTMLElement>('.main > .end');
    if (end) end.hidden = fits.size === 0;
  }
}

/** The line for a list of which nothing is left. */
export const nothingLine = (): string => sayFilters('nothing');
