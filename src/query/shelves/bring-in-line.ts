import type { Day } from '../../paper.ts';
import { digest } from '../digest.ts';
import { authorsOf, inOrder, rowsOf, type Credit, type ShelfRow } from './shelf-rows.ts';
import { StaleShelves, type ShelfIndex, type ShelfStore } from './shelf-store.ts';

/** The papers of the archive, as far as their authors are asked for. */
export interface CreditSource {
  /** Days with papers, each with the digest of its records. */
  days: () => { date: Day; records: string }[];
  /**
   * Who wrote the papers of a day.
   * @param known those of an earlier state of the day: of a record that is as it was, the same object is given
   */
  creditsOn: (date: Day, known: readonly Credit[]) => Credit[];
}

/** What leaves a shelf, as `day id`, and what comes to it. */
interface ShelfChange {
  leaves: Set<string>;
  comes: ShelfRow[];
}

/**
 * Brings the shelves in line with the archive. Of a day that changed only papers that changed are read, and of the shelves
 * only those that their authors stand on.
 */
export function bringInLine(store: ShelfStore, source: CreditSource): ShelfIndex {
  try {
    return applyDays(store, store.index(), source);
  } catch (error) {
    if (!(error instanceof StaleShelves)) throw error;
    return applyDays(store, store.clear(), source);
  }
}

function applyDays(store: ShelfStore, index: ShelfIndex, source: CreditSource): ShelfIndex {
  const days = source.days();
  const present = new Map(days.map(({ date, records }) => [date, records]));
  const gone = Object.keys(index.days).filter((date) => !present.has(date));
  const changed = days.filter(({ date, records }) => index.days[date]?.records !== records);
  if (gone.length + changed.length === 0) return index;

  const changes = new Map<string, ShelfChange>();
  for (const date of gone) {
    note(changes, date, { before: creditsBefore(store, index, date), after: [] });
    delete index.days[date];
    store.forgetDay(date);
  }
  for (const { date, records } of changed) {
    const before = creditsBefore(store, index, date);
    const after = source.creditsOn(date, before);
    note(changes, date, { before, after });
    index.days[date] = { records, sum: store.keepCredits(date, after) };
  }
  for (const [shelf, change] of changes) applyChange(store, index, shelf, change);
  store.keepIndex(index);
  return index;
}

function creditsBefore(store: ShelfStore, { days }: ShelfIndex, date: Day): Credit[] {
  const known = days[date];
  return known ? store.credits(date, known.sum) : [];
}

/** A record that changed where no author reads it changes no shelf. */
function note(
  changes: Map<string, ShelfChange>,
  date: Day,
  { before, after }: Record<'before' | 'after', readonly Credit[]>,
): void {
  const shown = ({ id, title, authors }: Credit) => JSON.stringify([id, title, authors]);
  const [old, now] = [new Set(before.map(shown)), new Set(after.map(shown))];
  for (const credit of before.filter((one) => !now.has(shown(one))))
    for (const [shelf] of rowsOf(credit, date))
      changeOf(changes, shelf).leaves.add(`${date} ${credit.id}`);
  for (const credit of after.filter((one) => !old.has(shown(one))))
    for (const [shelf, rows] of rowsOf(credit, date)) changeOf(changes, shelf).comes.push(...rows);
}

function changeOf(changes: Map<string, ShelfChange>, shelf: string): ShelfChange {
  const change = changes.get(shelf) ?? { leaves: new Set(), comes: [] };
  changes.set(shelf, change);
  return change;
}

function applyChange(
  store: ShelfStore,
  { shelves }: ShelfIndex,
  shelf: string,
  { leaves, comes }: ShelfChange,
): void {
  const known = shelves[shelf];
  const stay = known
    ? store.rows(shelf, known.sum).filter(({ date, id }) => !leaves.has(`${date} ${id}`))
    : [];
  const rows = inOrder([...stay, ...comes]);
  if (rows.length === 0) {
    delete shelves[shelf];
    store.forgetShelf(shelf);
    return;
  }
  const authors = authorsOf(rows);
  shelves[shelf] = {
    key: digest(JSON.stringify(authors)),
    names: authors.length,
    sum: store.keepRows(shelf, rows),
  };
}
