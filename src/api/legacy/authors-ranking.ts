import { z } from 'astro/zod';
import { authorsOf } from '../../query/authors.ts';
import { daysBefore } from '../../query/day-span.ts';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, day, paperId } from '../shapes/basics.ts';
import { growthOf } from './growth.ts';
import { success } from './shape.ts';

const DAYS = 7;
const SHOWN = 20;

export const legacyAuthors = resource({
  name: 'legacy-authors-ranking',
  path: 'api/authors/ranking.json',
  title: { en: 'Author ranking (earlier form)', zh: '作者排行（旧格式）' },
  description: {
    en: 'The twenty authors with most papers in the last 7 days, against the 7 days before.',
    zh: '最近 7 天论文最多的二十位作者，并与前 7 天比较。',
  },
  schema: z.object({
    success,
    data: z.array(
      z.object({
        author: z.string(),
        count,
        papers: z.array(z.object({ id: paperId, title: z.string() })),
        growth_rate: z.number(),
        prev_count: count,
      }),
    ),
    days: z.int(),
    total: count.describe('Authors of the last 7 days.'),
    start_date: day.nullable(),
    end_date: day.nullable(),
  }),
  files: ({ archive }) => {
    const end = archive.newestDay();
    const empty = {
      success: true,
      data: [],
      days: DAYS,
      total: 0,
      start_date: null,
      end_date: null,
    };
    if (end === null) return single('empty', () => empty);
    const start = daysBefore(end, DAYS - 1);
    const before = { from: daysBefore(start, DAYS), to: daysBefore(start, 1) };
    const days = archive.paperDays().filter(({ date }) => date >= before.from);
    return single(digest(end, ...days.flatMap(({ date, key }) => [date, key])), () => {
      const recent = authorsOf(archive, start, end);
      const previous = new Map(
        authorsOf(archive, before.from, before.to).map(({ name, papers }) => [name, papers.length]),
      );
      return {
        success: true,
        data: recent.slice(0, SHOWN).map(({ name, papers }) => {
          const growth = growthOf(papers.length, previous.get(name) ?? 0);
          return {
            author: name,
            count: papers.length,
            papers,
            growth_rate: growth.growth_rate,
            prev_count: growth.previous,
          };
        }),
        days: DAYS,
        total: recent.length,
        start_date: start,
        end_date: end,
      };
    });
  },
});
