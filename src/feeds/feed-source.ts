import type { FeedFormat } from './feed-format.ts';
import type { FeedAddress } from './paper-item.ts';
import type { FeedAddresses, FeedItem, FeedModel } from './feed-model.ts';
import { nameUuid } from './name-uuid.ts';

/** What a feed is of; the lists in this folder say which there are. */
export interface FeedSource {
  /** Where it lies below `/feeds/`, without ending: `topics/manipulation`. Fixed: readers subscribe to it. */
  name: string;
  /** The heading it stands under on the page of feeds. */
  group: 'papers' | 'topics' | 'layers' | 'sections';
  title: { en: string; zh: string };
  description: string;
  /** The page that shows the same, below the base. */
  page: string;
  /** Changes whenever the items may. */
  key: () => string;
  /** Newest first. */
  items: () => FeedItem[];
}

const ENDINGS: Readonly<Record<FeedFormat, string>> = {
  rss: '.xml',
  atom: '.atom.xml',
  json: '.json',
};

/** Where a feed lies in a format, below the site's root. */
export const feedPath = (name: string, format: FeedFormat): string =>
  `feeds/${name}${ENDINGS[format]}`;

/** Addresses of a feed in its three formats. */
export function feedAddresses(name: string, { site, base }: FeedAddress): FeedAddresses {
  const address = (format: FeedFormat): string => `${site}${base}${feedPath(name, format)}`;
  return { rss: address('rss'), atom: address('atom'), json: address('json') };
}

/**
 * Makes the feed ready to be written.
 * @param siteName the site's title, part of the feed's id and title
 * @param hub address of a WebSub hub
 */
export function toFeed(
  source: FeedSource,
  address: FeedAddress,
  siteName: string,
  hub?: string,
): FeedModel {
  const items = source.items();
  const dates = items.map(({ updated, published }) => updated ?? published).toSorted();
  return {
    id: nameUuid(`${siteName}/feeds/${source.name}`),
    title: source.name === 'all' ? siteName : `${source.title.en} · ${siteName}`,
    description: source.description,
    language: 'en',
    home: `${address.site}${address.base}${source.page}`,
    self: feedAddresses(source.name, address),
    site: siteName,
    updated: dates.at(-1) ?? null,
    ...(hub === undefined ? {} : { hub }),
    items,
  };
}
