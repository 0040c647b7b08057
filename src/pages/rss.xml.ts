import type { APIRoute } from 'astro';
import { base, origin } from '../components/site.ts';
import { feedResponse } from '../feeds/feed-response.ts';
import { paperFeed } from '../feeds/paper-feed.ts';
import { archive } from '../query/shared-archive.ts';

/** The newest papers of the whole site. */
export const GET: APIRoute = async () =>
  feedResponse(await paperFeed(await archive(), { site: origin, base }, 'rss.xml'));
