import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, day, localName, paperId, topicId } from '../shapes/basics.ts';

const period = z
  .object({
    from: day,
    to: day,
    announcements: count.describe('Announcements that arXiv’s calendar has in it.'),
    recorded: count.describe('Of these, how many the record holds; fewer: the period is partial.'),
  })
  .meta({ id: 'Period', description: 'A span of days, both ends included, US Eastern.' });

const comparison = z
  .object({
    days: z.int(),
    recent: period,
    previous: period,
    comparable: z.boolean().describe('Whether the record holds every announcement of both.'),
  })
  .meta({ id: 'Comparison', description: 'Two spans of one length, one after the other.' });

const perUnit = {
  day: z.array(count),
  week: z.array(count),
  month: z.array(count),
};

const periods = { day: z.array(period), week: z.array(period), month: z.array(period) };

export const trends = resource({
  name: 'trends',
  path: 'api/v1/trends.json',
  title: { en: 'Trends', zh: '趋势' },
  description: {
    en: 'Papers per announcement day, week and month by layer, topic, category, facet and venue; growth; rising phrases; authors with most papers.',
    zh: '按公布日、周、月统计的论文数（层级、主题、类别、特征、会议期刊），以及增长、上升词语与论文最多的作者。',
  },
  schema: z.object({
    from: day.nullable().describe('First announcement of the record without larger gaps.'),
    to: day.nullable(),
    periods: z
      .object(periods)
      .describe(
        'Oldest first; days are those with an announcement, so that weekends and holidays are no dips.',
      ),
    papers: z.object(perUnit).describe('Papers per period, each counted once.'),
    groups: z
      .array(z.object({ kind: z.enum(['topic', 'facet']), id: z.string(), name: localName }))
      .describe('What topics and facets are grouped by: layers, and the facets themselves.'),
    series: z
      .array(
        z.object({
          kind: z.enum(['layer', 'topic', 'category', 'facet', 'venue']),
          id: z
            .string()
            .describe('Of a facet `embodiment/quadruped`; the layer `none`: papers without topic.'),
          group: z.string().nullable(),
          name: localName,
          ...perUnit,
        }),
      )
      .describe('Counts in the order of `periods`. A paper may be in several series of one kind.'),
    comparisons: z.array(comparison),
    activity: z.array(
      z.object({
        topic: topicId,
        changes: z.array(
          z.object({
            days: z.int(),
            change: z.object({
              recent: count,
              previous: count,
              growth_rate: z
                .number()
                .nullable()
                .describe('Percent; null from nothing, or when not comparable.'),
              beyond_chance: z
                .boolean()
                .describe('Exact binomial test, false discovery rate 5 % over all topics.'),
            }),
          }),
        ),
      }),
    ),
    layers: z
      .array(z.object({ days: z.int(), counts: z.record(z.string(), count) }))
      .describe('Papers per layer in the recent span of each comparison.'),
    phrases: z
      .object({
        span: comparison,
        papers: z.object({ recent: count, previous: count }),
        tested: count.describe('Phrases tested.'),
        phrases: z.array(
          z.object({
            phrase: z.string(),
            recent: count.describe('Papers that have it.'),
            previous: count,
            p_value: z.number(),
          }),
        ),
      })
      .nullable()
      .describe(
        'Phrases that rise: Fisher’s exact test, one-sided, Benjamini–Hochberg at 5 %. Null when the spans are not comparable.',
      ),
    authors: z.array(
      z.object({
        span: comparison,
        authors: count.describe('Authors of the recent span.'),
        ranking: z.array(
          z.object({
            author: z.string(),
            count,
            prev_count: count,
            papers: z.array(z.object({ id: paperId, title: z.string() })),
          }),
        ),
      }),
    ),
  }),
  files: ({ archive }) => single(digest(JSON.stringify(archive.trends())), () => archive.trends()),
});
