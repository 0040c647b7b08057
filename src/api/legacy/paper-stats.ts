import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, instant } from '../shapes/basics.ts';

export const legacyPaperStats = resource({
  name: 'legacy-paper-stats',
  path: 'api/paper-stats.json',
  title: { en: 'Counts of papers (earlier form)', zh: '论文计数（旧格式）' },
  description: {
    en: 'Papers of the whole archive, of the newest day, and of the 7 and 30 days that end with it.',
    zh: '全部论文数、最新公布日的论文数，以及截至当日的 7 天与 30 天论文数。',
  },
  schema: z.object({
    total: count,
    today: count,
    week: count,
    month: count,
    last_update: instant.nullable(),
  }),
  files: ({ archive }) => {
    const { total, today, week, month, last_update } = archive.stats();
    const body = { total, today, week, month, last_update };
    return single(digest(JSON.stringify(body)), () => body);
  },
});
