import type { APIRoute } from 'astro';
import { base, origin } from '../components/site.ts';
import { feedAnswer } from '../feeds/feed-endpoint.ts';

/** The feed of everything, under the address that readers try first. */
export const GET: APIRoute = () =>
  feedAnswer('all', 'rss', { site: origin, base }, `${origin}${base}rss.xml`);
