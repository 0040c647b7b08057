import { join } from 'node:path';
import { makeFolder, readIfThere, realFileSystem } from './file-system.ts';
import { DAMAGED } from './install-snapshot.ts';
import { PENDING, recoverJournal } from './journal.ts';
import { MANIFEST } from './manifest.ts';
import { sha256 } from './sha256.ts';
import { SnapshotError } from './snapshot-error.ts';

/**
 * Finishes an interrupted change; one that cannot be finished, because what it needs is gone, is given up and kept aside.
 * Only for whoever holds the lock.
 * @returns whether there was one that is finished now
 */
export function finishJournal(dir: string): boolean {
  try {
    return recoverJournal(dir, realFileSystem) === 'ready';
  } catch (error) {
    if (!(error instanceof SnapshotError && error.kind === 'damaged')) throw error;
    setAside(dir);
    return false;
  }
}

function setAside(dir: string): void {
  const manifest = readIfThere(join(dir, PENDING, MANIFEST), realFileSystem);
  if (manifest === null) return;
  const aside = join(dir, DAMAGED, `${PENDING}.${sha256(manifest).slice(0, 12)}`);
  makeFolder(join(dir, DAMAGED), realFileSystem);
  realFileSystem.rmSync(aside, { recursive: true, force: true });
  realFileSystem.renameSync(join(dir, PENDING), aside);
}
