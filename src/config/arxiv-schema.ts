import { z } from 'astro/zod';
import { arxivCategoryIds } from './arxiv-categories.ts';

const days = (fallback: number, most: number) => z.int().min(1).max(most).default(fallback);

/** An arXiv category that exists today: `cs.RO`, `hep-th`. */
export const arxivCategory = z.enum(arxivCategoryIds).describe('an arXiv category');

export const arxivSchema = z
  .strictObject({
    categories: z
      .partialRecord(
        arxivCategory,
        z
          .enum(['all', 'matching'])
          .describe('all: every paper is kept. matching: kept when a topic matches.'),
      )
      .refine((rules) => Object.keys(rules).length > 0, 'expected at least one category')
      .describe('arXiv categories and which of their papers to keep: `all` or `matching`.'),
    page_size: z
      .int()
      .min(10)
      .max(2000)
      .default(200)
      .describe(
        'Papers per page of an API answer. arXiv advises at most 2,000; small pages fail less.',
      ),
    lookback_days: days(8, 60).describe(
      'Days of submissions asked for on each run. A paper is announced one to five days after it was submitted.',
    ),
    weekly_lookback_days: days(35, 120).describe(
      'Days asked for once a week, for papers that moderation held back.',
    ),
    catch_up_days: days(14, 120).describe(
      'How many missed days a run makes up for by itself. Older gaps are for `npm run backfill`.',
    ),
    first_run_days: days(7, 60).describe('Days that the first run of an empty archive fetches.'),
    max_results: z
      .int()
      .min(1)
      .describe(
        'Most papers that one run takes; the rest follows on later runs. Left out, there is no cap.',
      )
      .optional(),
  })
  .describe('What is fetched from arXiv, and how far back.');
