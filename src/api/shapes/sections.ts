import { z } from 'astro/zod';
import { jobTypes } from '../../records/job.ts';
import { count, instant, localName, paperId, topicId, url } from './basics.ts';

const utcDay = z.iso.date().describe('UTC.');
const nameRef = z.object({ id: z.string(), name: z.string() });

/** A story, whoever told it. */
export const newsRecord = z
  .object({
    id: z.string(),
    title: z.string().describe('Plain text, as the feed that told it first writes it.'),
    excerpt: z.string().describe('The opening, a few lines; empty when the feed gives none.'),
    language: z.enum(['en', 'zh']),
    published: instant,
    published_from: z
      .enum(['feed', 'fetched'])
      .describe('fetched: no usable date was stated, so it is the day on which it was seen.'),
    first_seen: utcDay.describe('When this archive first saw it (UTC).'),
    authors: z.array(z.string()),
    told: z
      .array(z.object({ source: z.string(), name: z.string(), url }))
      .describe('The feeds that told it, the first one first.'),
    topics: z.array(topicId),
    papers: z.array(paperId).describe('Papers that its text links to, in this archive or not.'),
    datasets: z.array(nameRef).describe('Datasets that it names.'),
    employers: z.array(nameRef).describe('Employers that it names.'),
  })
  .meta({ id: 'NewsItem', description: 'A story, with every feed that told it.' });

export const jobRecord = z
  .object({
    id: z.string(),
    company: z.string(),
    employer: z.string().nullable().describe('Id among `employers`, when it is one of them.'),
    title: z.string(),
    places: z.array(z.string()).describe('Cities by their English names where known.'),
    type: z.enum(jobTypes).nullable().describe('null when the source does not say.'),
    posted: utcDay.nullable().describe('When the source says it was posted.'),
    first_seen: utcDay.describe('When this archive first saw it (UTC).'),
    source: z.string().describe('The list or board that holds it.'),
    url,
    closed_on: utcDay.nullable().describe('The first run that no longer found it listed.'),
  })
  .meta({ id: 'Job', description: 'An open position as its source lists it.' });

export const employerRecord = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['company', 'lab', 'university']),
    places: z.array(z.object({ city: z.string(), country: z.string().describe('ISO 3166.') })),
    careers: url.describe('The page that lists its open positions.'),
    site: url,
    focus: localName,
    datasets: z.array(nameRef).describe('Datasets that it published.'),
  })
  .meta({
    id: 'Employer',
    description: 'A lab or company that hires, from the list kept by hand.',
  });

export const datasetRecord = z
  .object({
    id: z.string(),
    name: z.string(),
    year: z.int().nullable(),
    publisher: z.string(),
    size: z.array(z.object({ value: z.number(), unit: z.string() })),
    modalities: z.array(z.string()),
    embodiments: z.array(z.string()),
    simulated: z.boolean().nullable(),
    licence: z
      .string()
      .nullable()
      .describe('SPDX id, or as Hugging Face tags it; null when it was not verified.'),
    paper: paperId.nullable().describe('The paper that introduces it.'),
    project: url.nullable(),
    data: url.nullable().describe('Where the data is got.'),
    description: localName.nullable(),
    tags: z.array(z.string()),
    curated: z.boolean().describe('Whether its entry is kept by hand.'),
    huggingface: z
      .object({
        id: z.string(),
        downloads: count,
        likes: count,
        last_modified: instant.nullable(),
        as_of: utcDay,
      })
      .nullable(),
    first_seen: utcDay.describe('When this archive first saw it (UTC).'),
    mentioned_by: z
      .object({ total: count, newest: z.array(paperId) })
      .describe('Papers of this archive that name it; the newest few.'),
    employers: z.array(nameRef).describe('Employers that published it.'),
  })
  .meta({ id: 'Dataset', description: 'A dataset or benchmark.' });

export type NewsRecord = z.infer<typeof newsRecord>;
export type JobRecord = z.infer<typeof jobRecord>;
export type EmployerRecord = z.infer<typeof employerRecord>;
export type DatasetRecord = z.infer<typeof datasetRecord>;
