import { mkdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that is published, as the emitter writes into it. */
export class OutputFolder {
  readonly #dir: string;
  /** Paths written in this build: a file that moved from one group to another must not be removed. */
  readonly #written = new Set<string>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  write(path: string, bytes: string | Uint8Array): void {
    const file = join(this.#dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    this.#written.add(path);
  }

  /** Marks a file as belonging to this build without writing it. */
  keep(path: string): void {
    this.#written.add(path);
  }

  /**
   * Removes files that belong to no group any more, and the folders they leave empty.
   * @returns how many
   */
  removeLeftOvers(paths: Iterable<string>): number {
    let count = 0;
    for (const path of paths) {
      if (this.#written.has(path)) continue;
      rmSync(join(this.#dir, path), { force: true });
      this.#removeEmptyFolders(dirname(path));
      count += 1;
    }
    return count;
  }

  #removeEmptyFolders(path: string): void {
    for (let folder = path; folder !== '.'; folder = dirname(folder)) {
      try {
        rmdirSync(join(this.#dir, folder));
      } catch {
        return; // Not empty, or not there: nothing above it is either.
      }
    }
  }
}
