import { z } from 'astro/zod';
import type { Archive } from '../../query/archive.ts';
import { daysBefore, daySpan } from '../../query/day-span.ts';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, day, instant } from '../shapes/basics.ts';
import { growthOf } from './growth.ts';
import { success } from './shape.ts';

const DAYS = 30;
/** Growth compares the last week with the week before. */
const WEEK = 7;

export const legacyTrends = resource({
  name: 'legacy-trends',
  path: 'api/trends.json',
  title: { en: 'Papers per topic and day (earlier form)', zh: '各主题每日论文数（旧格式）' },
  description: {
    en: 'The last 30 days by topic, and the last 7 days against the 7 before.',
    zh: '最近 30 天各主题的每日论文数，以及近 7 天与前 7 天的比较。',
  },
  schema: z.object({
    success,
    days: z.int(),
    start_date: day.nullable(),
    end_date: day.nullable(),
    trends: z.record(
      z.string(),
      z.object({ dates: z.array(day), counts: z.array(count), total: count }),
    ),
    growth: z.record(
      z.string(),
      z.object({ recent: count, previous: count, growth_rate: z.number() }),
    ),
    updated_at: instant.nullable(),
  }),
  files: ({ archive }) => {
    const end = archive.newestDay();
    const start = end === null ? null : daysBefore(end, DAYS - 1);
    const dates = start === null || end === null ? [] : daySpan(start, end);
    const counts = countsOf(archive, dates);
    const { last_update } = archive.stats();
    return single(digest(JSON.stringify([dates, counts]), last_update), () => ({
      success: true,
      days: DAYS,
      start_date: start,
      end_date: end,
      trends: Object.fromEntries(
        counts.map(([topic, found]) => [topic, { dates, counts: found, total: sum(found) }]),
      ),
      growth: Object.fromEntries(
        counts.map(([topic, found]) => [
          topic,
          growthOf(sum(found.slice(-WEEK)), sum(found.slice(-2 * WEEK, -WEEK))),
        ]),
      ),
      updated_at: last_update,
    }));
  },
});

/** Per topic, in the order of config, one count a date. */
function countsOf(archive: Archive, dates: readonly string[]): [topic: string, counts: number[]][] {
  const [first, last] = [dates[0], dates.at(-1)];
  const found = first === undefined || last === undefined ? [] : archive.topicDays(first, last);
  const known = new Map(found.map(({ topic, date, count: n }) => [`${topic} ${date}`, n]));
  return archive.config.topics.map(({ id }) => [
    id,
    dates.map((date) => known.get(`${id} ${date}`) ?? 0),
  ]);
}

const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);
