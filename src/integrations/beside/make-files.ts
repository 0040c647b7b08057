import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { makeDataFiles } from '../../data-files/make-data-files.ts';
import { openArchive } from '../../query/open-archive.ts';
import type { BesideRequest, FilesReport } from './request.ts';
import { drawShareImages } from './share-images.ts';
import { writeFeeds } from './write-feeds.ts';

/** The thread of feeds, data files and pictures; an error of it ends the build. */
const { address, outDir, cacheDir, salt }: BesideRequest = workerData;
const papers = await openArchive();
// A second of counting phrases, kept for the pages that show them: they are drawn when it is done.
papers.trends();
const report: FilesReport = {
  feeds: writeFeeds(papers, { address, outDir, cacheDir: join(cacheDir, 'feeds'), salt }),
  data: await makeDataFiles(papers, { outDir, cacheDir: join(cacheDir, 'data-files'), salt }),
  pictures: await drawShareImages(papers, { outDir, cacheDir: join(cacheDir, 'share') }),
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(report);
