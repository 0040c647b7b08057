import type { Facts } from './facts.ts';
import type { FilterState } from './filter-state.ts';
import { listRows } from './load-facts.ts';
import type { ListView } from './rows-view.ts';

/** The saved list, which is drawn anew when marks change. */
export class SavedView implements ListView {
  private original: HTMLElement[] = [];

  show(fits: ReadonlySet<string>, facts: ReadonlyMap<string, Facts>, { order }: FilterState): void {
    const rows = listRows();
    const known = new Set(this.original);
    if (rows.length !== known.size || rows.some((row) => !known.has(row))) this.original = rows;
    const count = ({ id }: HTMLElement) => facts.get(id)?.citations ?? -1;
    const wanted =
      order === 'citations' ? this.original.toSorted((a, b) => count(b) - count(a)) : this.original;
    if (wanted.some((row, place) => row !== rows[place])) rows[0]?.parentElement?.append(...wanted);
    for (const row of rows) row.hidden = !fits.has(row.id);
  }
}
