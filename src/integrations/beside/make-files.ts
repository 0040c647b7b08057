import { join } from 'node:path';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { makeDataFiles } from '../../data-files/make-data-files.ts';
import type { Archive } from '../../query/archive.ts';
import { openArchive } from '../../query/open-archive.ts';
import { tellTrendsMade } from '../../query/trends/made-elsewhere.ts';
import type { BesideRequest, FilesReport } from './request.ts';
import { drawShareImages } from './share-images.ts';
import { writeFeeds } from './write-feeds.ts';

/** The thread of trends, feeds, data files and pictures; an error of it ends the build. */
const { address, outDir, cacheDir, salt, trendsMade }: BesideRequest = workerData;
const similarKnown = parentPort && once(parentPort, 'message');
const papers = await withTrends();
await similarKnown;
const report: FilesReport = {
  feeds: writeFeeds(papers, { address, outDir, cacheDir: join(cacheDir, 'feeds'), salt }),
  data: await makeDataFiles(papers, { outDir, cacheDir: join(cacheDir, 'data-files'), salt }),
  pictures: await drawShareImages(papers, { outDir, cacheDir: join(cacheDir, 'share') }),
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(report);

/** Trends come first: pages that show them wait. */
async function withTrends(): Promise<Archive> {
  try {
    const opened = await openArchive();
    opened.trends();
    return opened;
  } finally {
    tellTrendsMade(trendsMade);
  }
}
