import { z } from 'astro/zod';
import { count, day, instant, paperId, topicId, url } from './basics.ts';

const author = z.object({ name: z.string(), affiliation: z.string().optional() });

const link = z.object({
  kind: z.enum(['code', 'project', 'data', 'video', 'model']),
  url,
  since: z.int().optional().describe('The earliest version known to state it.'),
});

const match = z
  .object({
    topic: topicId,
    phrase: z.string().describe('The phrase of config.yaml that matched.'),
    place: z.enum(['title', 'abstract']),
    start: count.describe('Offset in that text, in UTF-16 units.'),
    end: count,
  })
  .describe('Why a paper is in a topic: its first match.');

const summary = z
  .object({ en: z.string(), zh: z.string(), model: z.string(), as_of: day })
  .describe('A machine-written sentence in both languages.');

/** What a listing shows of a paper. */
export const listedPaper = z
  .object({
    id: paperId,
    url: url.describe('Page of the paper on this site.'),
    title: z.string().describe('Unicode, with its LaTeX left in.'),
    abstract: z.string().nullable().describe('null when it is not known yet.'),
    authors: z.array(author).describe('Every author, in order.'),
    categories: z.array(z.string()),
    primary_category: z.string(),
    announced: day,
    lane: z.enum(['new', 'cross']).describe('cross: cross-listed into a category of this site.'),
    topics: z.array(match).describe('In the order of config.yaml.'),
    facets: z.array(z.object({ group: z.string(), id: z.string() })),
    venue: z.object({ name: z.string(), year: z.int().nullable() }).nullable(),
    links: z.array(link),
    withdrawn: z.boolean().optional(),
    provisional: z.boolean().optional().describe('Known from the announcement alone so far.'),
    summary: summary.optional(),
  })
  .meta({ id: 'ListedPaper', description: 'A paper as listings show it.' });

const earlierVersion = z.object({
  version: z.int(),
  updated: instant.nullable(),
  replaced: day.nullable(),
  title: z.string().optional(),
  abstract: z.string().nullable().optional(),
  authors: z.array(author).optional(),
  comment: z.string().nullable().optional(),
  links_added: z.array(link).optional(),
});

/** All that is known of a paper. */
export const paperRecord = z
  .object({
    ...listedPaper.shape,
    version: z.int(),
    submitted: instant.describe('Submission of version 1.'),
    updated: instant.describe('Submission of the latest version.'),
    announced_from: z.enum(['feed', 'derived']).describe('derived: computed from the submission.'),
    first_seen: day.describe('When this archive first saw it (UTC).'),
    comment: z.string().nullable(),
    journal_ref: z.string().nullable(),
    doi: z.string().nullable(),
    license: z.string().optional(),
    citations: z
      .object({ count, influential: count, venue: z.string().nullable(), as_of: day })
      .optional(),
    history: z.array(earlierVersion).describe('Earlier versions: the old value of what changed.'),
  })
  .meta({ id: 'Paper', description: 'A paper with everything known of it.' });

export type ListedPaper = z.infer<typeof listedPaper>;
export type PaperRecord = z.infer<typeof paperRecord>;
