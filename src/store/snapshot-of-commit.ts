import { emptyManifest, MANIFEST, parseManifest } from './manifest.ts';
import type { History } from './git-history.ts';
import { sha256 } from './sha256.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { Snapshot } from './snapshot.ts';

/** The part of a snapshot that copying and merging need. */
export type ReadableSnapshot = Pick<Snapshot, 'dir' | 'manifest' | 'fingerprint' | 'read'>;

/**
 * The snapshot as of a commit, read out of git's store; nothing is checked out.
 * @throws {SnapshotError} `damaged` when a file of it is not what its manifest says
 */
export function snapshotOfCommit(history: History, commit: string): ReadableSnapshot {
  const bytes = history.show(commit, MANIFEST);
  const manifest = bytes ? parseManifest(bytes, `${MANIFEST} of ${commit}`) : emptyManifest();
  return {
    dir: commit,
    manifest,
    fingerprint: bytes && sha256(bytes),
    read(path) {
      const file = history.show(commit, path);
      if (file !== null && sha256(file) === manifest.files[path]?.sha256) return file;
      const what = file === null ? 'is missing' : 'is not the file that its manifest names';
      throw new SnapshotError('damaged', `${path} ${what} in commit ${commit}`);
    },
  };
}
