import type { Instant } from '../paper.ts';

/** What every feed format is written from. All text is plain: the writers escape. */
export interface FeedModel {
  /** A URI that outlives a move of the site; see `nameUuid`. */
  id: string;
  title: string;
  description: string;
  language: 'en' | 'zh';
  /** The page that shows the same, absolute. */
  home: string;
  /** Addresses of this feed in each format, absolute. */
  self: FeedAddresses;
  /** Name of the site: the author of what names no other. */
  site: string;
  /** When its newest item came; `null` for a feed without items. Never the clock's time. */
  updated: Instant | null;
  /** A WebSub hub that tells readers of new items (https://www.w3.org/TR/websub/). */
  hub?: string;
  /** Newest first. */
  items: FeedItem[];
}

export interface FeedAddresses {
  rss: string;
  atom: string;
  json: string;
}

export interface FeedItem {
  /** A URI that stays the same for the same thing, wherever the site is served. */
  id: string;
  title: string;
  /** Absolute. */
  url: string;
  published: Instant;
  /** When it changed last, if that is known and later. */
  updated?: Instant;
  /** Every author, in order. */
  authors: string[];
  categories: FeedCategory[];
  /** Paragraphs of plain text; none when nothing is known. */
  summary: string[];
  /** What the item gathers, such as the papers of a day; shown as a list of links. */
  list?: FeedLink[];
  /** The same thing elsewhere, such as the paper at arXiv. */
  related?: string;
}

export interface FeedLink {
  title: string;
  /** Absolute. */
  url: string;
}

export interface FeedCategory {
  /** What machines compare: `cs.RO`, `manipulation`. */
  term: string;
  /** What people read. */
  label: string;
}

/** How long a reader may wait before it asks again, in minutes: the site changes twice a day at most. */
export const TTL_MINUTES = 360;
