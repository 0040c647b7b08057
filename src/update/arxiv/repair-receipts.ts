import type { Instant, PaperId } from '../../paper.ts';
import type { AnnouncementReceipt, CategoryReceipt } from '../../store/receipts.ts';

/**
 * Receipts whose failed papers have been got since, put right. Those without change are left out.
 * @param at the run that got them
 * @param outcomeOf what became of a paper by now; `undefined`: still failed
 */
export function repairReceipts(
  receipts: readonly AnnouncementReceipt[],
  outcomeOf: (id: PaperId) => 'kept' | 'not_matching' | undefined,
  at: Instant,
): AnnouncementReceipt[] {
  return receipts.flatMap((receipt) => {
    const entries = Object.entries(receipt.categories).map(
      ([name, category]) => [name, repair(category, outcomeOf)] as const,
    );
    if (entries.every(([name, category]) => category === receipt.categories[name])) return [];
    const categories = Object.fromEntries(entries);
    const isWhole = Object.values(categories).every(({ failed }) => failed === 0);
    const state = receipt.state === 'failing' && isWhole ? 'complete' : receipt.state;
    return [{ ...receipt, at, state, categories }];
  });
}

function repair(
  category: CategoryReceipt,
  outcomeOf: (id: PaperId) => 'kept' | 'not_matching' | undefined,
): CategoryReceipt {
  const got = category.failed_ids.filter((id) => outcomeOf(id) !== undefined);
  if (got.length === 0) return category;
  const kept = got.filter((id) => outcomeOf(id) === 'kept').length;
  return {
    ...category,
    kept: category.kept + kept,
    not_matching: category.not_matching + got.length - kept,
    failed: category.failed - got.length,
    failed_ids: category.failed_ids.filter((id) => !got.includes(id)),
  };
}
