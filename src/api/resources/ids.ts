import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource } from '../resource.ts';
import { paperId } from '../shapes/basics.ts';

/** Ids from before April 2007 are few, and have no month at their front. */
const OLD = 'old';

/**
 * A file for each paper would cost as much again as the day's file, which holds the same record; this index costs 14
 * bytes a paper and finds it there, or in the month's Parquet.
 */
export const ids = resource({
  name: 'ids',
  path: 'api/v1/ids/{series}.json',
  parameters: {
    series: {
      en: 'First four digits of the arXiv id: 2611 for 2611.01234; "old" for hep-th/9901001.',
      zh: 'arXiv 编号的前四位：2611.01234 为 2611；hep-th/9901001 一类的旧编号为 “old”。',
    },
  },
  title: { en: 'Where a paper is', zh: '论文所在的日期' },
  description: {
    en: 'The announcement day of each id: the day’s file, where days.json has it, and the Parquet file of its month hold the paper’s whole record.',
    zh: '各编号的公布日；该论文的完整记录见当日文件（如列于 days.json）及所在月份的 Parquet 文件。',
  },
  schema: z.object({
    series: z.string(),
    days: z.record(z.iso.date(), z.array(paperId)).describe('Ids by announcement day.'),
  }),
  folder: 'api/v1/ids',
  files: ({ archive }) => {
    const series = Map.groupBy(archive.paperDates(), ({ id }) =>
      id.includes('/') ? OLD : id.slice(0, 4),
    );
    return [...series].map(([name, papers]) => {
      const days = Map.groupBy(papers, ({ date }) => date);
      const found = [...days].map(([date, of]) => [date, of.map(({ id }) => id)] as const);
      return {
        values: { series: name },
        key: digest(JSON.stringify(found)),
        build: () => ({ series: name, days: Object.fromEntries(found) }),
      };
    });
  },
});
