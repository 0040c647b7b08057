import { z } from 'astro/zod';
import { daysBefore } from '../../query/day-span.ts';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, day } from '../shapes/basics.ts';
import { success } from './shape.ts';

const WEEKS = 8;

export const legacyActivity = resource({
  name: 'legacy-research-activity',
  path: 'api/research-activity.json',
  title: { en: 'Weekly activity (earlier form)', zh: '每周活跃度（旧格式）' },
  description: {
    en: 'Papers per topic in each of the last eight weeks; a week is seven days, the last ends with the newest announcement.',
    zh: '最近八周各主题的论文数；每周七天，最后一周止于最新公布日。',
  },
  schema: z.object({
    success,
    level: z.literal('category'),
    weeks: z
      .array(z.string().regex(/^\d\d\/\d\d-\d\d\/\d\d$/))
      .describe('MM/DD-MM/DD, oldest first.'),
    data: z.record(z.string(), z.array(count)).describe('By id of the topic, one count a week.'),
    start_date: day.nullable(),
    end_date: day.nullable(),
  }),
  files: ({ archive }) => {
    const end = archive.newestDay();
    const weeks = end === null ? [] : weeksUntil(end);
    const start = weeks[0]?.from ?? null;
    const found = start === null || end === null ? [] : archive.topicDays(start, end);
    return single(digest(JSON.stringify([weeks, found])), () => ({
      success: true,
      level: 'category' as const,
      weeks: weeks.map(({ from, to }) => `${short(from)}-${short(to)}`),
      data: Object.fromEntries(
        archive.config.topics.map(({ id }) => [
          id,
          weeks.map(({ from, to }) =>
            found
              .filter(({ topic, date }) => topic === id && date >= from && date <= to)
              .reduce((sum, { count: n }) => sum + n, 0),
          ),
        ]),
      ),
      start_date: start,
      end_date: end,
    }));
  },
});

function weeksUntil(end: string): { from: string; to: string }[] {
  return Array.from({ length: WEEKS }, (_, n) => {
    const to = daysBefore(end, 7 * (WEEKS - 1 - n));
    return { from: daysBefore(to, 6), to };
  });
}

const short = (date: string): string => date.slice(5).replace('-', '/');
