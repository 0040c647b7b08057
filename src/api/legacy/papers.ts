import { z } from 'astro/zod';
import type { Archive } from '../../query/archive.ts';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, instant } from '../shapes/basics.ts';
import { toLegacy } from './legacy-paper.ts';
import { legacyPaper, success } from './shape.ts';

/** Whole days until a topic has this many: scripts polled this address, so that it must stay light. */
const LIMITS = { days: 1, items: 20 };

export const legacyPapers = resource({
  name: 'legacy-papers',
  path: 'api/papers.json',
  title: { en: 'Papers by topic (earlier form)', zh: '按主题的论文（旧格式）' },
  description: {
    en: 'The newest papers of each topic in the form of the earlier product: whole days until a topic has twenty.',
    zh: '各主题的最新论文（旧格式）：按整日累计至每个主题二十篇。',
  },
  schema: z.object({
    success,
    data: z.record(z.string(), z.array(legacyPaper)).describe('By id of the topic.'),
    last_update: instant.nullable(),
    total_count: count.describe('Papers of the whole archive.'),
    new_papers_count: count.describe('Papers of the newest day.'),
  }),
  files: ({ archive }) => {
    const topics = archive.config.topics.map(({ id }) => id);
    const keys = topics.map((id) => archive.cacheKey.newest(LIMITS, id));
    const days = archive.paperDays().map(({ key }) => key);
    return single(digest(JSON.stringify(archive.stats()), ...keys, ...days), () => {
      const { last_update, total, today } = archive.stats();
      return {
        success: true,
        data: Object.fromEntries(topics.map((id) => [id, newestOf(archive, id)])),
        last_update,
        total_count: total,
        new_papers_count: today,
      };
    });
  },
});

function newestOf(archive: Archive, topic: string) {
  return archive.newest(LIMITS, topic).flatMap(({ date }) =>
    archive
      .papersOf(date)
      .filter(({ topics }) => topics.some((match) => match.topic === topic))
      .map((entry) => toLegacy(entry, topic)),
  );
}
