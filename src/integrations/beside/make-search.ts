import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { locations } from '../../query/locations.ts';
import { openArchive } from '../../query/open-archive.ts';
import type { BesideReports, BesideRequest } from './request.ts';
import { writeSearchIndex } from './search-index.ts';

/** The thread that hands papers to Pagefind; with other work in it, Pagefind would wait. */
const { outDir, cacheDir }: BesideRequest = workerData;
const report: BesideReports['make-search'] = await writeSearchIndex(await openArchive(), {
  dataDir: locations().dataDir,
  outDir,
  cacheDir: join(cacheDir, 'search'),
});
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(report);
