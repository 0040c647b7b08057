import type { Instant, PaperId } from '../../paper.ts';

/** An item of a feed as plain, safe values. */
export interface FeedItem {
  /** https or http, canonical. */
  url: string;
  title: string;
  /** The whole text that the feed gives, plain; for matching only. */
  text: string;
  excerpt: string;
  /** `null`: none stated, or none that can be read. */
  published: Instant | null;
  authors: string[];
  papers: PaperId[];
}

/** An item that could not be used: which one, and why. Nothing is left out without one of these. */
export interface RejectedItem {
  where: string;
  why: string;
}

/** What a feed's document holds. */
export interface FeedReading {
  items: FeedItem[];
  rejected: RejectedItem[];
  /** Items beyond those that are read. */
  surplus: number;
}
