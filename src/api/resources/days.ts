import { z } from 'astro/zod';
import type { Archive } from '../../query/archive.ts';
import type { DaySummary } from '../../query/views.ts';
import { digest } from '../../query/digest.ts';
import { toRecord } from '../paper-record.ts';
import { resource, single } from '../resource.ts';
import { count, day, paperId, topicId, url } from '../shapes/basics.ts';
import { paperRecord } from '../shapes/paper.ts';

const daysHere = (archive: Archive): DaySummary[] =>
  archive.days().filter(({ date }) => archive.hasDayFile(date));

export const daysIndex = resource({
  name: 'days',
  path: 'api/v1/days.json',
  title: { en: 'Announcement days', zh: '公布日列表' },
  description: {
    en: 'The announcement days whose file is here, with the number of their papers, newest first: of a large archive those of the last months. Whole records of earlier days are in the Parquet file of their month.',
    zh: '有数据文件的公布日及其论文数，由新到旧；大型存档仅含最近数月，更早的完整记录见各月的 Parquet 文件。',
  },
  schema: z.object({
    total: count.describe('Papers of the whole archive.'),
    days: z.array(z.object({ date: day, total: count, url })),
  }),
  files: ({ archive, home }) =>
    single(digest(JSON.stringify(daysHere(archive))), () => ({
      total: archive.total(),
      days: daysHere(archive).map(({ date, total }) => ({
        date,
        total,
        url: `${home}api/v1/days/${date}.json`,
      })),
    })),
});

export const oneDay = resource({
  name: 'day',
  path: 'api/v1/days/{date}.json',
  parameters: { date: { en: 'Announcement date, from days.json.', zh: '公布日，见 days.json。' } },
  title: { en: 'Papers of a day', zh: '某日的论文' },
  description: {
    en: 'Every paper that a day announced, complete, new ones first; and the replacements announced on it.',
    zh: '某公布日的全部论文（完整记录，新论文在前），以及当日公布的更新。',
  },
  schema: z.object({
    date: day,
    total: count,
    papers: z.array(paperRecord),
    updated: z.array(
      z.object({
        id: paperId,
        from: z.int().describe('Version before.'),
        to: z.int().describe('Version after.'),
        changed: z.array(z.enum(['title', 'abstract', 'authors', 'comment', 'links'])),
        categories: z.array(z.string()),
        topics: z.array(topicId),
        facets: z.array(z.string()).describe('What it mentions: group/id.'),
      }),
    ),
  }),
  folder: 'api/v1/days',
  files: ({ archive, home }) => {
    const records = new Map(archive.paperDays().map(({ date, key }) => [date, key]));
    return daysHere(archive).map(({ date }) => ({
      values: { date },
      key: digest(records.get(date) ?? null, archive.cacheKey.day(date)),
      build: () => {
        const papers = archive.papersOf(date).map((entry) => toRecord(entry, home));
        const updated = archive.day(date).updated.map(({ entry, from, to, changed }) => ({
          id: entry.paper.id,
          from,
          to,
          changed,
          categories: entry.paper.categories,
          topics: entry.topics.map(({ topic }) => topic),
          facets: entry.facets.map(({ group, id }) => `${group}/${id}`),
        }));
        return { date, total: papers.length, papers, updated };
      },
    }));
  },
});
