import type { APIRoute, GetStaticPaths } from 'astro';
import { base, origin } from '../../../components/site.ts';
import { feedResponse } from '../../../feeds/feed-response.ts';
import { paperFeed } from '../../../feeds/paper-feed.ts';
import { archive } from '../../../query/shared-archive.ts';

export const getStaticPaths = (async () => {
  const papers = await archive();
  return papers.config.topics.map(({ id }) => ({
    params: { topic: id },
    cacheKey: papers.cacheKey.newest(papers.config.feeds, id),
  }));
}) satisfies GetStaticPaths;

/** The newest papers of one topic. */
export const GET: APIRoute = async ({ params }) => {
  const topic = params['topic'] ?? '';
  const xml = await paperFeed(
    await archive(),
    { site: origin, base },
    `feeds/topics/${topic}.xml`,
    topic,
  );
  return feedResponse(xml);
};
