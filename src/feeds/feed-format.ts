import type { FeedModel } from './feed-model.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';
import { writeRss } from './write-rss.ts';

export type FeedFormat = 'rss' | 'atom' | 'json';

interface Writer {
  /** In UTF-8. */
  write: (feed: FeedModel) => Buffer;
  type: string;
}

/** How each format is written, and the media type it is served under. */
export const FORMATS: Readonly<Record<FeedFormat, Writer>> = {
  rss: { write: writeRss, type: 'application/rss+xml; charset=utf-8' },
  atom: { write: writeAtom, type: 'application/atom+xml; charset=utf-8' },
  json: { write: writeJsonFeed, type: 'application/feed+json; charset=utf-8' },
};
