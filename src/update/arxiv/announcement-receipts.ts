/** The receipts of a run: of the listing that its feed told, and of each due listing that no feed was seen of. */
import { dueBetween } from '../../calendar/calendar.ts';
import type { ParsedAnnouncement } from '../../arxiv/announcement-feed.ts';
import type { Day, Instant, PaperId } from '../../paper.ts';
import type { AnnouncementReceipt } from '../../store/receipts.ts';
import { announcementReceipt, type ItemOutcome } from './announcement-receipt.ts';
import type { FeedStanding } from './feed-standing.ts';

export interface ReceiptsFacts {
  at: Instant;
  /** The newest listing that should be out. */
  due: Day;
  /** Asked for, in the order of `config.yaml`. */
  categories: readonly string[];
  feed: ParsedAnnouncement | null;
  /** How the feed stands to its own date; `null` when none was had. */
  standing: FeedStanding | null;
  /** The listing that the feed tells; `null` when it tells none. */
  listing: Day | null;
  outcomes: ReadonlyMap<PaperId, ItemOutcome>;
  /** Papers of the archive that bear the listing's date by derivation, and that its feed did not name. */
  unannounced: readonly { id: PaperId; categories: readonly string[] }[];
  /** Whether the API or OAI-PMH gave all that was asked for. */
  metadataComplete: boolean;
  /** What earlier runs wrote, oldest first. */
  earlier: readonly AnnouncementReceipt[];
}

export function announcementReceipts(facts: ReceiptsFacts): AnnouncementReceipt[] {
  const { listing } = facts;
  const receipts = listing === null ? [] : [ofListing(facts, listing)];
  for (const day of [...overtaken(facts), ...newListings(facts)]) {
    if (day !== listing) receipts.push(withoutFeed(facts, day));
  }
  return receipts.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function ofListing(facts: ReceiptsFacts, date: Day): AnnouncementReceipt {
  const { feed, at, categories, outcomes, unannounced } = facts;
  const unreadable = (feed?.rejected ?? []).map(({ where }) => where);
  const receipt = announcementReceipt({
    feed,
    date,
    at,
    state: 'complete',
    categories,
    outcomes,
    unreadable,
    unannounced,
  });
  const isWhole = Object.values(receipt.categories).every(
    ({ failed, unaccounted_ids: ids }) => failed === 0 && ids === undefined,
  );
  return isWhole ? receipt : { ...receipt, state: 'failing' };
}

/** Due listings since the newest that has a receipt; the archive's first run begins with the last one. */
function newListings({ due, earlier }: ReceiptsFacts): Day[] {
  const newest = earlier.at(-1);
  return newest ? dueBetween(newest.date, due) : [due];
}

/** Listings of which nothing could be had when they were due; by now the API may have told their papers. */
function overtaken({ earlier, metadataComplete }: ReceiptsFacts): Day[] {
  if (!metadataComplete) return [];
  return earlier
    .filter(({ state, categories }) => state === 'failing' && Object.keys(categories).length === 0)
    .map(({ date }) => date);
}

function withoutFeed(facts: ReceiptsFacts, date: Day): AnnouncementReceipt {
  const { at, due, standing, metadataComplete } = facts;
  const isOldFeed = date === due && (standing === 'stale' || standing === 'fresh');
  const state = isOldFeed ? 'stale' : metadataComplete ? 'unproved' : 'failing';
  return { id: `announcement/${date}`, date, at, state, categories: {} };
}
