/** What the starter set states of a paper: facts alone, each verified; see `docs/starter.md`. */
import { z } from 'astro/zod';
import { isCategory } from '../../src/arxiv/category.ts';
import type { Instant } from '../../src/paper.ts';
import { isPaperId } from '../../src/text/ids.ts';

const text = z
  .string()
  .min(1)
  .refine((value) => !/\s{2}|^\s|\s$|\n/.test(value), 'has spaces at an end or in a row');
const category = z.string().refine(isCategory, 'is not the form of an arXiv category');
/** A day where no more than the day could be verified, else an instant. */
const moment = z.union([z.iso.date(), z.iso.datetime({ precision: 0 })], {
  error: 'is neither a day nor a UTC instant to the second',
});

export const factSchema = z
  .strictObject({
    id: z.string().refine(isPaperId, 'is not an arXiv id without version'),
    /** The version that title and authors are of. */
    version: z.int().positive(),
    title: text,
    authors: z.array(text).min(1),
    /** The primary category first. */
    categories: z.array(category).min(1),
    /** `unknown`: only the primary category is verified, and there may be more. */
    cross_lists: z.enum(['known', 'unknown']),
    submitted: moment,
    updated: moment,
    /** A bare fact such as `RSS 2026`; never the authors' own sentence. */
    comment: text.max(24).nullable(),
    journal_ref: text.nullable(),
    doi: text.nullable(),
    /** `records`: equal to arXiv's own metadata. `bibliography`: found in public bibliographies and dated lists. */
    verified: z.enum(['records', 'bibliography']),
    /** What the paper is in the set for: ids of topics, by hand. */
    topics: z.array(z.string()).min(1),
  })
  .superRefine((fact, context) => {
    for (const [path, message] of contradictions(fact)) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
  });

export type Fact = z.infer<typeof factSchema>;

/** A verified day as the instant that opens it; the first run with network brings the true one. */
export function instantOf(moment: string): Instant {
  return moment.includes('T') ? moment : `${moment}T00:00:00Z`;
}

interface Dated {
  id: string;
  version: number;
  categories: string[];
  cross_lists: string;
  submitted: string;
  updated: string;
}

function contradictions(fact: Dated): [string, string][] {
  const found: [string, string][] = [];
  const { id, version, categories, submitted, updated } = fact;
  if (!monthsOfId(submitted).has(id.slice(0, 4))) {
    found.push(['submitted', `${submitted} does not go with the month in the id ${id}`]);
  }
  if (updated < submitted) found.push(['updated', `${updated} is before ${submitted}`]);
  if (version === 1 && updated !== submitted) {
    found.push(['updated', 'of a first version it is the day of submission']);
  }
  if (new Set(categories).size < categories.length) {
    found.push(['categories', 'names one twice']);
  }
  if (fact.cross_lists === 'unknown' && categories.length > 1) {
    found.push(['cross_lists', 'are given, so they are not unknown']);
  }
  return found;
}

/** Ids are given out when a paper is announced, which may be in the next month. */
function monthsOfId(submitted: string): Set<string> {
  const [year = 0, month = 0] = submitted.split('-').map(Number);
  const next = new Date(Date.UTC(year, month, 1)).toISOString();
  return new Set([submitted, next].map((date) => date.slice(2, 4) + date.slice(5, 7)));
}
