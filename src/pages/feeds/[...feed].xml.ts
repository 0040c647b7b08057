import type { APIRoute, GetStaticPaths } from 'astro';
import { base, origin } from '../../components/site.ts';
import { feedAnswer, feedPaths } from '../../feeds/feed-endpoint.ts';

const address = { site: origin, base };

export const getStaticPaths = (() => feedPaths(address)) satisfies GetStaticPaths;

/** Every feed as RSS 2.0. */
export const GET: APIRoute = ({ params }) => feedAnswer(params['feed'] ?? '', 'rss', address);
