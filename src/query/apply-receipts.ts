import {
  isAnnouncementReceipt,
  type AnnouncementReceipt,
  type Receipt,
} from '../store/receipts.ts';
import type { DerivedDb } from './derived-db.ts';
import type { ReceiptView } from './views.ts';

/** Keeps what a day page shows of each announcement receipt of a month's shard. */
export function applyReceipts(db: DerivedDb, month: string, shard: Buffer): void {
  forgetReceipts(db, month);
  for (const line of shard.toString('utf8').split('\n')) {
    if (line === '') continue;
    const receipt: Receipt = JSON.parse(line);
    if (!isAnnouncementReceipt(receipt)) continue;
    db.run('INSERT OR REPLACE INTO receipt VALUES (?, ?)', [
      receipt.date,
      JSON.stringify(receiptView(receipt)),
    ]);
  }
}

export function forgetReceipts(db: DerivedDb, month: string): void {
  db.run('DELETE FROM receipt WHERE substr(date, 1, 7) = ?', [month]);
}

/** The sums over all categories. */
export function receiptView({ state, at, categories }: AnnouncementReceipt): ReceiptView {
  const all = Object.values(categories);
  const sum = (count: (category: (typeof all)[number]) => number): number =>
    all.reduce((total, category) => total + count(category), 0);
  return {
    state,
    announced: sum(({ announced }) => announced.new + announced.cross),
    kept: sum(({ kept }) => kept),
    not_matching: sum(({ not_matching }) => not_matching),
    duplicate: sum(({ duplicate }) => duplicate),
    failed: sum(({ failed }) => failed),
    failed_ids: all.flatMap(({ failed_ids }) => failed_ids),
    checked: at,
  };
}
