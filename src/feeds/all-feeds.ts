import type { Archive } from '../query/archive.ts';
import type { FeedSource } from './feed-source.ts';
import { paperFeeds } from './paper-feeds.ts';
import type { FeedAddress } from './paper-item.ts';
import { sectionFeeds } from './section-feeds.ts';

/** Every feed of the site, in the order of the page that lists them. A further section is one more list here. */
export function allFeeds(archive: Archive, address: FeedAddress): FeedSource[] {
  return [...paperFeeds(archive, address), ...sectionFeeds(archive, address)];
}
