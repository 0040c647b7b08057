import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { renameIfNear } from './rename-if-near.ts';

/** Runs beside the build, which for the most part does not yield. */
const DELETE = `
  const { rmSync } = require('node:fs');
  rmSync(require('node:worker_threads').workerData, { recursive: true, force: true });
`;

/**
 * Takes files and folders out of the way by renaming them, and deletes them while the build goes on: fifty thousand
 * pages take as long to delete as to write.
 */
export class Trash {
  readonly #dir: string;
  #taken = 0;
  readonly #deletions: Promise<Error | null>[] = [];

  /** @param dir on the device of what is taken; what a build left there that broke off goes first */
  constructor(dir: string) {
    this.#dir = dir;
    if (existsSync(dir)) this.#delete(this.#aside(dir));
  }

  /** Takes these paths, those that exist. On another device they are deleted at once. */
  take(paths: readonly string[]): void {
    const batch = join(this.#dir, String((this.#taken += 1)));
    for (const [index, path] of paths.entries()) {
      if (!existsSync(path)) continue;
      mkdirSync(batch, { recursive: true });
      if (!renameIfNear(path, join(batch, String(index))))
        rmSync(path, { recursive: true, force: true });
    }
    if (existsSync(batch)) this.#delete(batch);
  }

  /** Settles when all that was taken is deleted. @throws the first failure */
  async emptied(): Promise<void> {
    const failures = await Promise.all(this.#deletions);
    rmSync(this.#dir, { recursive: true, force: true });
    const failure = failures.find((found) => found !== null);
    if (failure) throw failure;
  }

  #aside(path: string): string {
    const place = `${path}-left-over`;
    rmSync(place, { recursive: true, force: true });
    renameSync(path, place);
    return place;
  }

  /** Failures are kept for `emptied`: a rejection now would end the process beside the build. */
  #delete(path: string): void {
    const worker = new Worker(DELETE, { eval: true, workerData: path });
    this.#deletions.push(
      new Promise((done) => {
        worker.once('error', (error) =>
          done(error instanceof Error ? error : new Error(String(error))),
        );
        worker.once('exit', () => done(null));
      }),
    );
  }
}
