import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, instant } from '../shapes/basics.ts';

export const stats = resource({
  name: 'stats',
  path: 'api/stats.json',
  title: { en: 'Statistics', zh: '统计' },
  description: {
    en: 'What monitors ask for: counts, and whether the data is fresh. `success` is false, with a warning, when it is stale.',
    zh: '供监控使用：计数与数据是否新鲜。数据陈旧时 `success` 为 false 并附 `warning`。',
  },
  schema: z.object({
    success: z.boolean(),
    warning: z.string().optional(),
    total: count,
    stats: z.record(z.string(), count).describe('Papers by id of the topic.'),
    display: z.record(z.string(), z.string()).describe('中文 / English, by id of the topic.'),
    today: count.describe('Papers of the newest announcement day.'),
    week: count.describe('Papers of the 7 days that end with it.'),
    month: count.describe('Papers of the 30 days that end with it.'),
    last_update: instant.nullable(),
    generated_at: instant.nullable(),
  }),
  files: ({ archive }) => single(digest(JSON.stringify(archive.stats())), () => archive.stats()),
});
