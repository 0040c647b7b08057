import type { AnnouncementReceipt, CategoryReceipt } from './receipts.ts';

/** A category of a receipt that does not add up. */
export interface Imbalance {
  category: string;
  /** What arXiv announced in the category, of all types. */
  announced: number;
  /** Kept, not matching, duplicate and failed together. */
  accounted: number;
  /** Announced, and nothing became of them. */
  unaccounted_ids: string[];
  /** Something became of them, and they were not announced. */
  unannounced_ids: string[];
  /** The difference in a sentence, with the ids. */
  text: string;
}

/**
 * Whether announced = kept + not matching + duplicate + failed, per category; papers that arXiv did not announce and the
 * archive dates to the listing all the same count as a difference too.
 * @returns the categories that do not add up, empty when the receipt is in balance
 */
export function receiptBalance({
  categories,
}: Pick<AnnouncementReceipt, 'categories'>): Imbalance[] {
  return Object.entries(categories).flatMap(([category, counts]) => {
    const announced = sum(Object.values(counts.announced));
    const accounted = sum([counts.kept, counts.not_matching, counts.duplicate, counts.failed]);
    const { unaccounted_ids = [], unannounced_ids = [] } = counts;
    const unnamed = failuresWithoutName(counts);
    const text = [
      announced === accounted ? '' : `${announced} announced, ${accounted} accounted for`,
      unaccounted_ids.length > 0 ? `nothing became of ${unaccounted_ids.join(', ')}` : '',
      unannounced_ids.length > 0 ? `not announced: ${unannounced_ids.join(', ')}` : '',
      unnamed === 0 ? '' : `${counts.failed} failed, ${counts.failed_ids.length} named`,
    ].filter((part) => part !== '');
    if (text.length === 0) return [];
    const sentence = `${category}: ${text.join('; ')}`;
    return [{ category, announced, accounted, unaccounted_ids, unannounced_ids, text: sentence }];
  });
}

function failuresWithoutName({ failed, failed_ids }: CategoryReceipt): number {
  return failed - failed_ids.length;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
