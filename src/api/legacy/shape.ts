import { z } from 'astro/zod';
import { count, day, paperId, url } from '../shapes/basics.ts';

/** A paper as the earlier product gave it; its field names are what scripts depend on. */
export const legacyPaper = z
  .object({
    id: paperId,
    title: z.string(),
    authors: z.string().describe('All authors in one text, separated by commas.'),
    date: day,
    pdf_id: paperId,
    pdf_url: url,
    code_url: url.nullable(),
    category: z.string().describe('Id of the topic it is listed under.'),
    abstract: z.string().nullable(),
    citation_count: count,
    influential_citation_count: count,
    author_affiliations: z.array(z.string()),
    venue: z.string().nullable(),
    publication_year: z.int(),
  })
  .meta({ id: 'LegacyPaper', description: 'A paper in the form of the earlier product.' });

export const success = z.boolean().describe('Always true in a file that exists.');

/** Entries of one answer of the sections: a static file has one page, the first. */
export const LIMIT = 100;
export const page = { limit: z.int(), offset: z.int() };
