import { legacyAuthors } from './legacy/authors-ranking.ts';
import { legacyCategories } from './legacy/categories-meta.ts';
import { legacyDatasets } from './legacy/datasets.ts';
import { legacyJobs } from './legacy/jobs.ts';
import { legacyNews } from './legacy/news.ts';
import { legacyPaperStats } from './legacy/paper-stats.ts';
import { legacyPapers } from './legacy/papers.ts';
import { legacyActivity } from './legacy/research-activity.ts';
import { stats } from './legacy/stats.ts';
import { legacyTrends } from './legacy/trends.ts';
import type { Resource } from './resource.ts';
import { authors } from './resources/authors.ts';
import { datasets } from './resources/datasets.ts';
import { daysIndex, oneDay } from './resources/days.ts';
import { ids } from './resources/ids.ts';
import { jobs } from './resources/jobs.ts';
import { manifest } from './resources/manifest.ts';
import { oneMonth } from './resources/months.ts';
import { newsIndex, newsOfMonth } from './resources/news.ts';
import { receipts } from './resources/receipts.ts';
import { status } from './resources/status.ts';
import { oneTopic, topicsIndex } from './resources/topics.ts';
import { trends } from './resources/trends.ts';

/** Every JSON resource, in the order of its documentation. A further one is one file and one line here. */
export const RESOURCES: readonly Resource[] = [
  daysIndex,
  oneDay,
  oneMonth,
  ids,
  topicsIndex,
  oneTopic,
  authors,
  trends,
  newsIndex,
  newsOfMonth,
  jobs,
  datasets,
  receipts,
  status,
  manifest,
  stats,
  legacyPapers,
  legacyTrends,
  legacyActivity,
  legacyPaperStats,
  legacyAuthors,
  legacyCategories,
  legacyNews,
  legacyJobs,
  legacyDatasets,
];
