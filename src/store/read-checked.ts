import { join } from 'node:path';
import { readIfThere, type FileSystem } from './file-system.ts';
import { findJournal, stagedPath, type FoundJournal } from './journal.ts';
import type { Manifest } from './manifest.ts';
import { sha256 } from './sha256.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What reads the files of one snapshot: by path below its folder, each checked against its manifest. */
export function checkedReader(
  dir: string,
  manifest: Manifest,
  journal: FoundJournal,
  files: FileSystem,
): (path: string) => Buffer {
  return (path) => {
    const entry = manifest.files[path];
    if (entry === undefined) throw new SnapshotError('damaged', `${path} is not in the manifest`);
    const staged = journal.state === 'ready' ? readIfThere(stagedPath(dir, path), files) : null;
    const found = staged ?? readIfThere(join(dir, path), files);
    if (found !== null && sha256(found) === entry.sha256) return found;
    throw whyUnreadable(path, found);
  };

  function whyUnreadable(path: string, found: Buffer | null): SnapshotError {
    const inForce = findJournal(dir, files).manifest;
    if (fingerprintOf(inForce) !== fingerprintOf(journal.manifest)) {
      return changedWhileRead(dir, path);
    }
    const what =
      found === null ? 'is missing' : 'is not the file that the manifest names (sha256 differs)';
    return new SnapshotError('damaged', `${join(dir, path)} ${what}. Run \`npm run repair\`.`);
  }
}

/** The sha256 of a manifest's bytes; `null` for none. */
export function fingerprintOf(manifest: Buffer | null): string | null {
  return manifest && sha256(manifest);
}

export function changedWhileRead(dir: string, path: string): SnapshotError {
  const message = `${dir} was changed by another run while it was read (${path}). Run again.`;
  return new SnapshotError('changed', message);
}
