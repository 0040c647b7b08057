import type { Archive } from '../query/archive.ts';
import { allFeeds } from './all-feeds.ts';
import type { FeedSource } from './feed-source.ts';
import type { FeedAddress } from './paper-item.ts';

/** Several pages ask for the same list, and it hangs on the archive alone: the address is the site's. */
const listed = new WeakMap<Archive, FeedSource[]>();

/** All feeds of the archive, listed once. */
export function feedsOf(papers: Archive, address: FeedAddress): FeedSource[] {
  const known = listed.get(papers) ?? allFeeds(papers, address);
  listed.set(papers, known);
  return known;
}
