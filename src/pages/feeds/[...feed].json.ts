import type { APIRoute, GetStaticPaths } from 'astro';
import { base, origin } from '../../components/site.ts';
import { feedAnswer, feedPaths } from '../../feeds/feed-endpoint.ts';

const address = { site: origin, base };

export const getStaticPaths = (() => feedPaths(address)) satisfies GetStaticPaths;

/** Every feed as JSON Feed 1.1. */
export const GET: APIRoute = ({ params }) => feedAnswer(params['feed'] ?? '', 'json', address);
