import type { Archive } from '../query/archive.ts';
import { archive } from '../query/shared-archive.ts';
import { allFeeds } from './all-feeds.ts';
import { FORMATS, type FeedFormat } from './feed-format.ts';
import { toFeed, type FeedSource } from './feed-source.ts';
import type { FeedAddress } from './paper-item.ts';

/** A build asks for the same list a hundred times, and it hangs on the archive alone: the address is the site's. */
const listed = new WeakMap<Archive, FeedSource[]>();

/** All feeds of the archive, listed once. */
export function feedsOf(papers: Archive, address: FeedAddress): FeedSource[] {
  const known = listed.get(papers) ?? allFeeds(papers, address);
  listed.set(papers, known);
  return known;
}

/** The feeds that a route draws, each with the key it is kept under. */
export async function feedPaths(address: FeedAddress) {
  return feedsOf(await archive(), address).map(({ name, key }) => ({
    params: { feed: name },
    cacheKey: key(),
  }));
}

/**
 * One feed in one format as the answer of an endpoint.
 * @param self the address that it names as its own, when it is not the usual one
 * @throws when there is no feed of that name
 */
export async function feedAnswer(
  name: string,
  format: FeedFormat,
  address: FeedAddress,
  self?: string,
): Promise<Response> {
  const papers = await archive();
  const source = feedsOf(papers, address).find((candidate) => candidate.name === name);
  if (!source) throw new Error(`there is no feed ${name}`);
  const { write, type } = FORMATS[format];
  const { site, feeds } = papers.config;
  const feed = toFeed(source, address, site.title.en, feeds.hub);
  if (self !== undefined) feed.self[format] = self;
  // As bytes: a text of a megabyte would be checked and copied once more.
  return new Response(Buffer.from(write(feed)), { headers: { 'content-type': type } });
}
