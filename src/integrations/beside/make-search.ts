import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { locations } from '../../query/locations.ts';
import { openFirst } from './open-first.ts';
import type { BesideReports, BesideRequest } from './request.ts';
import { writeSearchIndex } from './search-index.ts';

/** The thread of authors, and then of the papers that Pagefind is handed; with more work in it, Pagefind would wait. */
const { outDir, cacheDir, made }: BesideRequest = workerData;
const papers = await openFirst(made, (opened) => opened.authors.list());
const report: BesideReports['make-search'] = await writeSearchIndex(papers, {
  dataDir: locations().dataDir,
  outDir,
  cacheDir: join(cacheDir, 'search'),
});
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(report);
