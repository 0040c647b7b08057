/** All feeds of the config, side by side; each answers, or fails, for itself. */
import pLimit from 'p-limit';
import type { NewsSource } from '../../config/config.ts';
import type { Client } from '../../http/client.ts';
import { HttpFailure } from '../../http/http-failure.ts';
import { FeedError } from './feed-error.ts';
import type { FeedReading } from './feed-item.ts';
import { readFeed } from './read-feed.ts';

/** The marks of an answer, by which the next request asks only for what is newer. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type FeedAnswer =
  | { source: NewsSource; state: 'read'; reading: FeedReading; validators: Validators; url: string }
  | { source: NewsSource; state: 'unchanged' }
  | { source: NewsSource; state: 'failed'; problem: string };

export interface NewsLimits {
  /** Feeds that are asked at one time. */
  sideBySide: number;
  /** For one request, headers and body. */
  deadlineMs: number;
  /** Of a decompressed document. */
  maxBytes: number;
  tries: number;
}

export const NEWS_LIMITS: NewsLimits = {
  sideBySide: 6,
  deadlineMs: 20_000,
  maxBytes: 8 * 1024 * 1024,
  tries: 2,
};

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

/**
 * Asks each feed once. Answers come in the order of `feeds`, whoever was quicker.
 * @param known the marks of each feed's last answer, by its id; without one it is asked for the whole document
 */
export function fetchNews(
  feeds: readonly NewsSource[],
  known: ReadonlyMap<string, Validators>,
  { client, limits = NEWS_LIMITS }: { client: Pick<Client, 'get'>; limits?: NewsLimits },
): Promise<FeedAnswer[]> {
  const limit = pLimit(limits.sideBySide);
  return Promise.all(
    feeds.map((source) => limit(() => fetchFeed(source, known.get(source.id), client, limits))),
  );
}

async function fetchFeed(
  source: NewsSource,
  known: Validators | undefined,
  client: Pick<Client, 'get'>,
  { deadlineMs, maxBytes, tries }: NewsLimits,
): Promise<FeedAnswer> {
  try {
    const { notModified, body, headers, url } = await client.get(source.url, {
      accept: ACCEPT,
      deadlineMs,
      maxBytes,
      retry: tries,
      redirects: 3,
      publicOnly: true,
      ...(known ? { conditional: known } : {}),
    });
    if (notModified) return { source, state: 'unchanged' };
    const validators = {
      etag: headers['etag'] ?? null,
      lastModified: headers['last-modified'] ?? null,
    };
    return { source, state: 'read', reading: readFeed(body, url), validators, url };
  } catch (error) {
    if (error instanceof HttpFailure) return { source, state: 'failed', problem: error.message };
    if (!(error instanceof FeedError)) throw error;
    const problem = `"${source.url}": ${error.message} — check the address under news.sources in config.yaml`;
    return { source, state: 'failed', problem };
  }
}
