import { once } from 'node:events';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { makeDataFiles } from '../../data-files/make-data-files.ts';
import { openFirst } from './open-first.ts';
import type { BesideRequest, FilesReport } from './request.ts';
import { drawShareImages } from './share-images.ts';
import { writeFeeds } from './write-feeds.ts';

/** The thread of trends, feeds, data files and pictures; an error of it ends the build. */
const { address, outDir, cacheDir, salt, made }: BesideRequest = workerData;
const similarKnown = parentPort && once(parentPort, 'message');
const papers = await openFirst(made, (opened) => opened.trends());
await similarKnown;
const report: FilesReport = {
  feeds: writeFeeds(papers, { address, outDir, cacheDir: join(cacheDir, 'feeds'), salt }),
  data: await makeDataFiles(papers, { outDir, cacheDir: join(cacheDir, 'data-files'), salt }),
  pictures: await drawShareImages(papers, { outDir, cacheDir: join(cacheDir, 'share') }),
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(report);
