import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, topicId } from '../shapes/basics.ts';
import { success } from './shape.ts';

const display = z.string().describe('中文 / English');

export const legacyCategories = resource({
  name: 'legacy-categories-meta',
  path: 'api/categories/meta.json',
  title: { en: 'Categories (earlier form)', zh: '类别信息（旧格式）' },
  description: {
    en: 'The topics in order, their names in both languages, and the layers that they belong to.',
    zh: '主题的顺序、中英文名称及所属层级。',
  },
  schema: z.object({
    success,
    data: z.object({
      order: z.array(topicId),
      display: z.record(z.string(), display),
      taxonomy: z.record(z.string(), z.object({ display, categories: z.array(topicId) })),
      categories: z.record(z.string(), z.object({ display, group: z.string(), count })),
      uncategorized: display.describe('Name for papers without a topic.'),
    }),
  }),
  files: ({ archive }) => {
    const topics = archive.topics();
    return single(digest(JSON.stringify(topics)), () => ({
      success: true,
      data: {
        order: topics.map(({ id }) => id),
        display: Object.fromEntries(topics.map(({ id, name }) => [id, both(name)])),
        taxonomy: Object.fromEntries(
          archive.config.groups.map(({ id, name }) => [
            id,
            {
              display: both(name),
              categories: topics.filter(({ group }) => group === id).map((topic) => topic.id),
            },
          ]),
        ),
        categories: Object.fromEntries(
          topics.map(({ id, name, group, total }) => [
            id,
            { display: both(name), group, count: total },
          ]),
        ),
        uncategorized: '未分类 / Uncategorized',
      },
    }));
  },
});

const both = ({ en, zh }: { en: string; zh: string }): string => `${zh} / ${en}`;
