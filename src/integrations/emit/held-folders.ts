import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { renameIfNear } from './rename-if-near.ts';

/**
 * Astro empties the output folder at the start of a build. Folders that the last build emitted are moved aside before
 * that and back afterwards, which costs one rename whatever they hold.
 *
 * They are only trusted when they are the very folders that a build left behind when it ended well: their identity is
 * noted then, and the note is taken away while a build writes. A build that broke off leaves no note.
 */
export class HeldFolders {
  readonly #outDir: string;
  readonly #cacheDir: string;

  constructor(outDir: string, cacheDir: string) {
    this.#outDir = outDir;
    this.#cacheDir = cacheDir;
  }

  /** Moves the folders of the last build aside. */
  moveAside(): void {
    for (const [folder, identity] of Object.entries(this.#readNote())) {
      const place = join(this.#outDir, folder);
      if (identify(place) !== identity) continue;
      const aside = this.#aside(folder);
      rmSync(aside, { recursive: true, force: true });
      mkdirSync(dirname(aside), { recursive: true });
      // Across devices the folder stays, is emptied with the rest, and comes back out of the packs.
      renameIfNear(place, aside);
    }
  }

  /**
   * Moves them back, in place of what the build wrote there, and takes the note away.
   * @returns the folders that are as the last build left them
   */
  moveBack(): Set<string> {
    const held = new Set<string>();
    for (const [folder, identity] of Object.entries(this.#readNote())) {
      const aside = this.#aside(folder);
      if (identify(aside) !== identity) continue;
      const place = join(this.#outDir, folder);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(dirname(place), { recursive: true });
      renameSync(aside, place);
      held.add(folder);
    }
    rmSync(this.#note(), { force: true });
    rmSync(join(this.#cacheDir, 'aside'), { recursive: true, force: true });
    return held;
  }

  /** Notes that the build ended well and which folders it emitted. */
  note(folders: Iterable<string>): void {
    const identities: Record<string, string> = {};
    for (const folder of folders) {
      const identity = identify(join(this.#outDir, folder));
      if (identity !== null) identities[folder] = identity;
    }
    mkdirSync(this.#cacheDir, { recursive: true });
    writeFileSync(this.#note(), JSON.stringify(identities));
  }

  #readNote(): Record<string, string> {
    if (!existsSync(this.#note())) return {};
    try {
      const note: Record<string, string> = JSON.parse(readFileSync(this.#note(), 'utf8'));
      return note;
    } catch {
      return {}; // Cut short: nothing is trusted, and everything comes back out of the packs.
    }
  }

  #note(): string {
    return join(this.#cacheDir, 'held.json');
  }

  #aside(folder: string): string {
    return join(this.#cacheDir, 'aside', folder);
  }
}

/** A folder's device, inode, birth and last change of its entries: kept by a rename of it, and by nothing else. */
function identify(folder: string): string | null {
  const stats = statSync(folder, { throwIfNoEntry: false, bigint: true });
  return stats?.isDirectory()
    ? `${stats.dev}:${stats.ino}:${stats.birthtimeNs}:${stats.mtimeNs}`
    : null;
}
