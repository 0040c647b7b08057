import type { Day } from '../paper.ts';
import type { QueryContext } from './context.ts';
import type { DerivedDb } from './derived-db.ts';
import type { DayReceipt, ReceiptView } from './views.ts';

/** What became of the announcement of a day; `null` when no run recorded it. */
export function receiptOf({ db }: QueryContext, date: Day): ReceiptView | null {
  const row = db.first('SELECT receipt FROM receipt WHERE date = ?', [date]);
  if (!row) return null;
  const receipt: ReceiptView = JSON.parse(String(row[0]));
  return receipt;
}

/** What became of each announcement that a run recorded, newest first. */
export function listReceipts(db: DerivedDb): DayReceipt[] {
  return db
    .all('SELECT date, receipt FROM receipt ORDER BY date DESC')
    .map(([date, text]): DayReceipt => ({ date: String(date), receipt: JSON.parse(String(text)) }));
}
