import { z } from 'astro/zod';
import type { PaperEntry } from '../../query/views.ts';
import { digest } from '../../query/digest.ts';
import { resource } from '../resource.ts';
import { count, day, month, paperId, topicId } from '../shapes/basics.ts';

/** What lists show and filters ask. */
function brief({ paper, topics, facets, venue, lane }: PaperEntry) {
  const names = paper.authors.map(({ name }) => name);
  return {
    id: paper.id,
    title: paper.title,
    announced: paper.announced,
    authors: names.length > 4 ? [...names.slice(0, 3), ...names.slice(-1)] : names,
    author_count: names.length,
    primary_category: paper.primary_category,
    categories: paper.categories,
    topics: topics.map(({ topic }) => topic),
    facets: facets.map(({ group, id }) => `${group}/${id}`),
    venue: venue?.name ?? null,
    citations: paper.citations?.count ?? null,
    lane,
    code: paper.links.find(({ kind }) => kind === 'code')?.url ?? null,
  };
}

export const oneMonth = resource({
  name: 'month',
  path: 'api/v1/months/{month}.json',
  parameters: { month: { en: 'Month of announcement, 2026-11.', zh: '公布月份，如 2026-11。' } },
  title: { en: 'Papers of a month', zh: '某月的论文' },
  description: {
    en: 'The papers of a month in brief: what lists, counts and joins need. The rest is in the files of its days, or in its Parquet file.',
    zh: '某月论文的简要信息，便于列表、计数与关联；其余信息见每日文件或当月的 Parquet 文件。',
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
          authors: z.array(z.string()).describe('The first three and the last.'),
          author_count: count,
          primary_category: z.string(),
          categories: z.array(z.string()),
          topics: z.array(topicId),
          facets: z.array(z.string()).describe('What it mentions: group/id.'),
          venue: z.string().nullable().describe('The venue that accepted it, without the year.'),
          citations: count.nullable().describe('null when not known.'),
          lane: z.enum(['new', 'cross']),
          code: z.string().nullable().describe('Address of the code, when the paper names one.'),
        }),
      )
      .describe('Newest day first.'),
  }),
  folder: 'api/v1/months',
  files: ({ archive }) =>
    [
      ...Map.groupBy(
        archive.paperDays().filter(({ date }) => archive.formOf(date) !== 'data'),
        ({ date }) => date.slice(0, 7),
      ),
    ].map(([name, days]) => ({
      values: { month: name },
      key: digest(...days.flatMap(({ date, key }) => [date, key])),
      build: () => {
        const papers = days.flatMap(({ date }) => archive.papersOf(date).map(brief));
        return { month: name, total: papers.length, papers };
      },
    })),
});
