import { announcementSums } from '../health/announcement-sums.ts';
import {
  isAnnouncementReceipt,
  type AnnouncementReceipt,
  type CategoryReceipt,
  type Receipt,
} from '../store/receipts.ts';
import type { DerivedDb } from './derived-db.ts';
import type { CategoryReceiptView, ReceiptView } from './views.ts';

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

/** The sums over all categories, and each category's own. */
export function receiptView(receipt: AnnouncementReceipt): ReceiptView {
  const { state, at, categories } = receipt;
  return {
    state,
    ...announcementSums(receipt),
    failed_ids: Object.values(categories).flatMap(({ failed_ids }) => failed_ids),
    checked: at,
    categories: Object.entries(categories).map(([name, category]) => categoryView(name, category)),
  };
}

function categoryView(name: string, category: CategoryReceipt): CategoryReceiptView {
  const { announced, unaccounted_ids = [], unannounced_ids = [], ...outcomes } = category;
  const sum = Object.values(announced).reduce((total, count) => total + count, 0);
  return { name, ...outcomes, announced: sum, types: announced, unaccounted_ids, unannounced_ids };
}
