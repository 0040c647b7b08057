import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource } from '../resource.ts';
import { count, day, month, paperId, topicId } from '../shapes/basics.ts';

export const oneMonth = resource({
  name: 'month',
  path: 'api/v1/months/{month}.json',
  parameters: { month: 'Month of announcement, 2026-11.' },
  title: { en: 'Papers of a month', zh: '某月的论文' },
  description: {
    en: 'The papers of a month in brief: what lists, counts and joins need. The rest is in the files of its days.',
    zh: '某月论文的简要信息，便于列表、计数与关联；其余信息见每日文件。',
  },
  schema: z.object({
    month,
    total: count,
    papers: z
      .array(
        z.object({
          id: paperId,
          title: z.string(),
          announced: day,
          primary_category: z.string(),
          topics: z.array(topicId),
          lane: z.enum(['new', 'cross']),
          code: z.string().nullable().describe('Address of the code, when the paper names one.'),
        }),
      )
      .describe('Newest day first.'),
  }),
  folder: 'api/v1/months',
  files: ({ archive }) =>
    [...Map.groupBy(archive.paperDays(), ({ date }) => date.slice(0, 7))].map(([name, days]) => ({
      values: { month: name },
      key: digest(...days.flatMap(({ date, key }) => [date, key])),
      build: () => {
        const papers = days.flatMap(({ date }) =>
          archive.day(date).papers.map(({ paper, topics, lane }) => ({
            id: paper.id,
            title: paper.title,
            announced: paper.announced,
            primary_category: paper.primary_category,
            topics: topics.map(({ topic }) => topic),
            lane,
            code: paper.links.find(({ kind }) => kind === 'code')?.url ?? null,
          })),
        );
        return { month: name, total: papers.length, papers };
      },
    })),
});
