import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { archive } from '../query/shared-archive.ts';
import { awaitThread, tellMade, type MadeElsewhere } from '../query/made-elsewhere.ts';
import { moveInto } from './beside/move-into.ts';
import type { BesideReports, BesideRequest } from './beside/request.ts';
import type { SiteAddress } from './site-address.ts';

export interface FilesBesideOptions {
  address: SiteAddress;
  cacheDir: string;
  /** Hash over the code, the config and the address; see `siteSalt`. */
  salt: string;
  /** Whether the search index is made. */
  search: boolean;
}

/**
 * What hangs on the archive alone and on no page: feeds, data files, share pictures, the search index. Threads make them
 * while pages are drawn, which for the most part takes one core, and they are put into the site at the end.
 */
export function filesBeside({
  address,
  cacheDir,
  salt,
  search,
}: FilesBesideOptions): AstroIntegration {
  const made = join(cacheDir, 'beside');
  let outDir = '';
  let files: Answer<'make-files'>;
  let periods: Answer<'make-search'>;
  return {
    name: 'files-beside',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:start': async () => {
        rmSync(made, { recursive: true, force: true });
        const asked = { address, outDir: made, cacheDir, salt };
        const thread = startThread('make-files', 'trends', asked);
        files = thread.answer;
        if (search) periods = startThread('make-search', 'authors', asked).answer;
        try {
          // What the cache lacks of similar papers is computed here once; the thread waits, and finds it there.
          (await archive()).paperDays();
        } finally {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
          thread.worker.postMessage('go on');
        }
      },
      'astro:build:done': async ({ logger }) => {
        if (files === undefined) return;
        const { feeds, data, pictures } = whole(await files);
        const found = periods && whole(await periods);
        moveInto(outDir, made);
        writeFileSync(join(cacheDir, 'feeds/report.json'), JSON.stringify(feeds));
        logger.info(`feeds: ${feeds.rendered} files written, ${feeds.restored} kept`);
        logger.info(
          `data: ${data.made.length} months written, ${data.kept.length} kept, ${data.days} days into SQLite`,
        );
        logger.info(`pictures: ${pictures.drawn} drawn, ${pictures.kept} kept`);
        if (found)
          logger.info(`search: ${found.rebuilt.length} periods indexed, ${found.kept.length} kept`);
      },
    },
  };
}

/** An error is an answer until it is asked for, so that it is no unhandled rejection beside the build. */
type Answer<Name extends keyof BesideReports> = Promise<BesideReports[Name] | Error> | undefined;

/** @param first what the thread makes before all else; this thread waits for it where it asks for it */
function startThread<Name extends keyof BesideReports>(
  name: Name,
  first: MadeElsewhere,
  asked: Omit<BesideRequest, 'made'>,
): { worker: Worker; answer: Promise<BesideReports[Name] | Error> } {
  const { promise, resolve } = Promise.withResolvers<BesideReports[Name] | Error>();
  const workerData: BesideRequest = { ...asked, made: awaitThread(first) };
  const worker = new Worker(new URL(`beside/${name}.ts`, import.meta.url), { workerData })
    .once('message', resolve)
    .once('error', (error) => {
      resolve(error instanceof Error ? error : new Error(String(error)));
    })
    .once('exit', (code) => {
      tellMade(workerData.made);
      resolve(new Error(`${name} beside the build ended with ${code} and made no report`));
    });
  return { worker, answer: promise };
}

/** @throws the error that ended a thread, which then ends the build */
function whole<T extends object>(answer: T | Error): T {
  if (answer instanceof Error) throw answer;
  return answer;
}
