import { arxivSource } from './arxiv/arxiv-source.ts';
import { citationsSource } from './citations-source.ts';
import { datasetsSource } from './datasets-source.ts';
import { jobsSource } from './jobs-source.ts';
import { newsSource } from './news-source.ts';
import { summariesSource } from './summaries-source.ts';
import type { Source } from './source.ts';

/** The sources of a run, in the order in which they run. To add one, add its file and its name here. */
export const sources: readonly Source[] = [
  arxivSource,
  newsSource,
  jobsSource,
  datasetsSource,
  citationsSource,
  summariesSource,
];
