/** What a feed's entry in the manifest remembers: the marks of its last answer that told anything new. */
import { createHash } from 'node:crypto';
import type { Validators } from '../sources/news/fetch-news.ts';
import type { FeedReading } from '../sources/news/feed-item.ts';

export interface FeedMemory extends Validators {
  /** A digest of the rules under which its items were judged: under others it is read whole again. */
  rules: string;
  /** A digest of its items. */
  items: string;
}

export function parseFeedMemory(cursor: string | undefined): FeedMemory | null {
  const parts = new URLSearchParams(cursor ?? '');
  const [rules, items] = [parts.get('rules'), parts.get('items')];
  if (rules === null || items === null) return null;
  return { rules, items, etag: parts.get('etag'), lastModified: parts.get('modified') };
}

export function formatFeedMemory({ rules, items, etag, lastModified }: FeedMemory): string {
  const parts = new URLSearchParams({ rules, items });
  if (etag !== null) parts.set('etag', etag);
  if (lastModified !== null) parts.set('modified', lastModified);
  return parts.toString();
}

/**
 * The memory after an answer. Some servers mark each answer anew: as long as the items are the same, the old marks stay,
 * so that a day without news changes no byte of the snapshot.
 */
export function nextFeedMemory(
  known: FeedMemory | null,
  rules: string,
  reading: FeedReading,
  marks: Validators,
): FeedMemory {
  const items = shortHash(
    JSON.stringify(
      reading.items.map(({ url, title, excerpt, published }) => [url, title, excerpt, published]),
    ),
  );
  if (known?.rules === rules && known.items === items) return known;
  return { rules, items, ...marks };
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
