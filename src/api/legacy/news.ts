import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import type { Sections } from '../../query/sections.ts';
import { resource, single } from '../resource.ts';
import { count, instant } from '../shapes/basics.ts';
import { LIMIT, page, success } from './shape.ts';

export const legacyNews = resource({
  name: 'legacy-news',
  path: 'api/news.json',
  title: { en: 'News (earlier form)', zh: '新闻（旧格式）' },
  description: {
    en: 'The newest items, at most a hundred; `tags` are the topics that match.',
    zh: '最新的新闻，至多一百条；`tags` 为匹配的主题。',
  },
  schema: z.object({
    success,
    news: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        link: z.string(),
        source: z.string().describe('Name of the feed that told it first.'),
        platform: z.string().describe('Its id in `config.yaml`.'),
        published_at: instant,
        image_url: z.null(),
        author: z.string(),
        tags: z.array(z.string()),
      }),
    ),
    total: count,
    ...page,
  }),
  files: ({ archive: { sections } }) => {
    const news = newest(sections);
    return single(digest(JSON.stringify(news)), () => news);
  },
});

function newest(sections: Sections) {
  const entries = sections.latestNews().flatMap(({ entries }) => entries);
  return {
    success: true,
    news: entries.slice(0, LIMIT).map(({ item, told: [first], topics }) => ({
      id: item.id,
      title: item.title,
      description: item.excerpt,
      link: first?.url ?? '',
      source: first?.name ?? '',
      platform: first?.id ?? '',
      published_at: item.published,
      image_url: null,
      author: item.authors.join(', '),
      tags: topics,
    })),
    total: sections.newsMonths().reduce((sum, { total }) => sum + total, 0),
    limit: LIMIT,
    offset: 0,
  };
}
