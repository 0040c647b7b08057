import { join } from 'node:path';
import { isCode, readIfThere, realFileSystem, type FileSystem } from './file-system.ts';
import {
  applyJournal,
  findJournal,
  PENDING,
  recoverJournal,
  writeJournal,
  type Journal,
} from './journal.ts';
import { lockSnapshot, type Lock, type LockEffects } from './lock.ts';
import { MANIFEST } from './manifest.ts';
import { fingerprintOf } from './read-checked.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';

export interface WriteEffects extends LockEffects {
  /** The lock that the run holds already; when not given it is taken for this one write. */
  lock?: Lock;
}

/**
 * Puts new files and their manifest in the place of the old, whole or not at all.
 * @throws {SnapshotError} `changed`, `locked` or `unwritable`; the message says which snapshot is in force
 */
export function writeSnapshot(dir: string, next: Journal, effects: WriteEffects = {}): void {
  const { files = realFileSystem } = effects;
  withLock(dir, effects, (lock) => {
    recoverJournal(dir, files);
    if (fingerprintOf(readIfThere(join(dir, MANIFEST), files)) !== next.base || !lock.held()) {
      const message = `${dir} was changed by another run since it was read. Run again.`;
      throw new SnapshotError('changed', message);
    }
    writeJournal(dir, next, files);
    applyJournal(dir, files);
  });
}

/** Finishes or clears away what an interrupted run has left. Does nothing, and takes no lock, when nothing is left. */
export function recoverSnapshot(dir: string, effects: WriteEffects = {}): void {
  const { files = realFileSystem } = effects;
  if (!files.existsSync(join(dir, PENDING))) return;
  withLock(dir, effects, () => recoverJournal(dir, files));
}

function withLock(dir: string, effects: WriteEffects, act: (lock: Lock) => void): void {
  const { files = realFileSystem } = effects;
  const before = tellingDisk(dir, files, () => findJournal(dir, files).manifest, null);
  const lock = effects.lock ?? tellingDisk(dir, files, () => lockSnapshot(dir, effects), before);
  try {
    tellingDisk(dir, files, () => act(lock), before);
  } finally {
    if (effects.lock === undefined) lock.release();
  }
}

/** Runs a step; when the disk refuses, says which snapshot is in force after it. */
function tellingDisk<T>(dir: string, files: FileSystem, step: () => T, before: Buffer | null): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof SnapshotError || !(error instanceof Error && 'code' in error)) throw error;
    throw new SnapshotError('unwritable', refusal(dir, files, error, before), { cause: error });
  }
}

function refusal(dir: string, files: FileSystem, error: Error, before: Buffer | null): string {
  const reason = reasonOf(error);
  const remedy = isCode(error, 'ENOSPC', 'EDQUOT')
    ? 'Free some space and run again.'
    : 'Check the disk and its permissions, and run again.';
  let after: Buffer | null;
  try {
    after = findJournal(dir, files).manifest;
  } catch (second) {
    return `${dir} cannot be written (${reason}), nor read (${reasonOf(second)}). ${remedy}`;
  }
  return fingerprintOf(after) === fingerprintOf(before)
    ? `${dir} cannot be written (${reason}); the snapshot is as it was. ${remedy}`
    : `${dir} cannot be written to the end (${reason}); the change is committed, and the next run puts its last files in place. ${remedy}`;
}
