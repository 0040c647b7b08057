import type { APIRoute } from 'astro';
import { base, origin } from '../../components/site.ts';
import { allFeeds } from '../../feeds/all-feeds.ts';
import { feedOpml } from '../../feeds/feed-opml.ts';
import { archive } from '../../query/shared-archive.ts';

/** All feeds in one file that readers import. */
export const GET: APIRoute = async () => {
  const papers = await archive();
  const address = { site: origin, base };
  const opml = feedOpml(allFeeds(papers, address), address, papers.config.site.title.en);
  return new Response(opml, { headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
};
