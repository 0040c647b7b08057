/** The receipt of one announcement: what the feed named in each category, and what became of it. */
import type { AnnouncedItem, Announcement, Day, Instant, PaperId } from '../../paper.ts';
import type { AnnouncementReceipt, CategoryReceipt } from '../../store/receipts.ts';

export type ItemOutcome = 'kept' | 'not_matching' | 'failed';

export interface ReceiptFacts {
  /** The feed that named the items; `null` when none was seen for this date. */
  feed: Announcement | null;
  date: Day;
  at: Instant;
  state: AnnouncementReceipt['state'];
  /** In the order of `config.yaml`: an item counts in the first of them that it lists. */
  categories: readonly string[];
  outcomes: ReadonlyMap<PaperId, ItemOutcome>;
  /** Items of the feed that could not be read, by id or place. */
  unreadable: readonly string[];
  /** Papers that the other channels date to this listing and the feed did not name, with their categories. */
  unannounced: readonly { id: PaperId; categories: readonly string[] }[];
}

export function announcementReceipt(facts: ReceiptFacts): AnnouncementReceipt {
  const { feed, date, at, state, categories } = facts;
  const entries = feed
    ? categories.map((name) => [name, categoryReceipt(name, facts)] as const)
    : [];
  return { id: `announcement/${date}`, date, at, state, categories: Object.fromEntries(entries) };
}

function categoryReceipt(name: string, facts: ReceiptFacts): CategoryReceipt {
  const receipt: CategoryReceipt = {
    announced: { new: 0, cross: 0, replace: 0, 'replace-cross': 0 },
    kept: 0,
    not_matching: 0,
    duplicate: 0,
    failed: 0,
    failed_ids: [],
  };
  const unaccounted: PaperId[] = [];
  for (const item of facts.feed?.items ?? []) {
    if (!item.categories.includes(name)) continue;
    receipt.announced[item.type] += 1;
    const outcome = countedIn(name, item, facts) ? facts.outcomes.get(item.id) : 'duplicate';
    if (outcome === undefined) unaccounted.push(item.id);
    else receipt[outcome] += 1;
    if (outcome === 'failed') receipt.failed_ids.push(item.id);
  }
  if (name === facts.categories[0]) addUnreadable(receipt, facts.unreadable);
  const unannounced = facts.unannounced
    .filter((paper) => firstOf(facts.categories, paper.categories) === name)
    .map(({ id }) => id);
  receipt.failed_ids.sort();
  return {
    ...receipt,
    ...(unaccounted.length > 0 ? { unaccounted_ids: unaccounted.sort() } : {}),
    ...(unannounced.length > 0 ? { unannounced_ids: unannounced.sort() } : {}),
  };
}

const countedIn = (name: string, item: AnnouncedItem, { categories }: ReceiptFacts): boolean =>
  firstOf(categories, item.categories) === name;

const firstOf = (order: readonly string[], of: readonly string[]): string | undefined =>
  order.find((name) => of.includes(name));

/** What could not be read has no category and no type: it counts as new in the first one, so that it is not lost. */
function addUnreadable(receipt: CategoryReceipt, unreadable: readonly string[]): void {
  receipt.announced.new += unreadable.length;
  receipt.failed += unreadable.length;
  receipt.failed_ids.push(...unreadable);
}

/** Announced less what became of it: 0 when the receipt adds up. */
export function difference(receipt: CategoryReceipt): number {
  const announced = Object.values(receipt.announced).reduce((sum, count) => sum + count, 0);
  return announced - receipt.kept - receipt.not_matching - receipt.duplicate - receipt.failed;
}
