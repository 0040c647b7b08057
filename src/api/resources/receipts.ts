import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource } from '../resource.ts';
import { count, day, instant, month, paperId } from '../shapes/basics.ts';

const outcome = {
  announced: count.describe('Items that arXiv announced.'),
  kept: count,
  not_matching: count.describe('Read, and in none of our topics.'),
  duplicate: count.describe('Counted in another category already.'),
  failed: count,
  failed_ids: z.array(paperId),
};

const category = z.object({
  name: z.string(),
  ...outcome,
  types: z.object({ new: count, cross: count, replace: count, 'replace-cross': count }),
  unaccounted_ids: z.array(paperId),
  unannounced_ids: z.array(paperId),
});

export const receipts = resource({
  name: 'receipts',
  path: 'api/v1/receipts/{month}.json',
  parameters: { month: { en: 'Month of announcement, 2026-11.', zh: '公布月份，如 2026-11。' } },
  title: { en: 'Receipts of a month', zh: '某月的收录凭据' },
  description: {
    en: 'What arXiv announced on each day and what became of it; the sums add up, or the ids that do not are named.',
    zh: '每日 arXiv 公布了什么、各自的去向；数目相符，否则列出不符的编号。',
  },
  schema: z.object({
    month,
    receipts: z
      .array(
        z.object({
          date: day,
          state: z.enum(['complete', 'quiet', 'unproved', 'stale', 'failing']),
          ...outcome,
          checked: instant.nullable().describe('The run that checked last.'),
          categories: z.array(category),
        }),
      )
      .describe('Newest first.'),
  }),
  folder: 'api/v1/receipts',
  files: ({ archive }) =>
    [...Map.groupBy(archive.receipts(), ({ date }) => date.slice(0, 7))].map(([name, found]) => ({
      values: { month: name },
      key: digest(JSON.stringify(found)),
      build: () => ({
        month: name,
        receipts: found.map(({ date, receipt }) => ({ date, ...receipt })),
      }),
    })),
});
