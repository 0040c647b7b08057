import { z } from 'astro/zod';
import { authorsOf } from '../../query/authors.ts';
import { digest } from '../../query/digest.ts';
import { daysBefore } from '../../query/day-span.ts';
import { resource, single } from '../resource.ts';
import { count, day, paperId } from '../shapes/basics.ts';

/** Days looked back at, and papers that an author must have in them: the file stays small whatever the archive grows to. */
const DAYS = 30;
const LEAST = 2;

export const authors = resource({
  name: 'authors',
  path: 'api/v1/authors.json',
  title: { en: 'Active authors', zh: '活跃作者' },
  description: {
    en: 'Authors with two papers or more in the last 30 days, most first. A name stands for all who write it so.',
    zh: '最近 30 天内发表两篇及以上论文的作者，由多到少。同名者无法区分。',
  },
  schema: z.object({
    from: day.nullable(),
    to: day.nullable(),
    authors: z.array(
      z.object({
        name: z.string(),
        papers: count,
        ids: z.array(paperId).describe('Newest first.'),
      }),
    ),
  }),
  files: ({ archive }) => {
    const to = archive.newestDay();
    const from = to === null ? null : daysBefore(to, DAYS - 1);
    const days = archive.paperDays().filter(({ date }) => from !== null && date >= from);
    return single(digest(...days.map(({ key }) => key)), () => ({
      from,
      to,
      authors:
        from === null || to === null
          ? []
          : authorsOf(archive, from, to)
              .filter(({ papers }) => papers.length >= LEAST)
              .map(({ name, papers }) => ({
                name,
                papers: papers.length,
                ids: papers.map(({ id }) => id),
              })),
    }));
  },
});
