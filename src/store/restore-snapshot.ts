import { existsSync, statSync } from 'node:fs';
import type { Day } from '../paper.ts';
import { isDay } from '../text/dates.ts';
import { listBackups, makeBackup } from './backups.ts';
import { finishJournal } from './finish-journal.ts';
import { commitDay, resolveCommit } from './git-history.ts';
import { installSnapshot } from './install-snapshot.ts';
import { takeLock } from './lock.ts';
import { openSnapshot } from './open-snapshot.ts';
import { withCheckedOut, withUnpacked } from './pack-snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';
import { verifySnapshot } from './verify-snapshot.ts';
import type { WriteEffects } from './write-snapshot.ts';

export interface RestorePlaces {
  dir: string;
  /** The folder of backups. */
  backups: string;
  today: Day;
}

export interface Restored {
  /** `the backup backups/2026-11-20.tar.gz`, `commit 1234abcd…` */
  from: string;
  records: number;
  /** The backup of what was there before; `null` when there was nothing. */
  former: string | null;
  keptAside: string[];
}

/**
 * Brings an earlier snapshot back. It is checked whole before anything is touched, what is in place is packed as a backup
 * first, and the result is checked again. What people edit by hand beside the snapshot stays as it is.
 *
 * @param at a file made by a backup, a commit by any name git knows, or a day (UTC): the last state on it or before
 * @throws {SnapshotError} `damaged` when `at` names nothing, or nothing whole
 */
export function restoreSnapshot(
  at: string,
  { dir, backups, today }: RestorePlaces,
  effects: WriteEffects = {},
): Restored {
  const lock = takeLock(dir, effects);
  try {
    finishJournal(dir);
    const source = findSource(at, dir, backups);
    return source.open((from) => {
      refuseDamaged(from, source.name);
      const former = existsSync(dir) ? makeBackup(dir, backups, today) : null;
      const snapshot = openSnapshot(from, { cacheFile: null });
      const { keptAside } = installSnapshot(dir, snapshot, { ...effects, lock });
      const { rows } = refuseDamaged(dir, `${dir}, restored from ${source.name},`);
      return { from: source.name, records: rows, former, keptAside };
    });
  } finally {
    lock.release();
  }
}

/** Whether `at` names something to restore without the network: a file, a commit, or a backup. */
export function isKnownHere(at: string, { dir, backups }: Omit<RestorePlaces, 'today'>): boolean {
  try {
    findSource(at, dir, backups);
    return true;
  } catch (error) {
    if (error instanceof SnapshotError) return false;
    throw error;
  }
}

interface Source {
  name: string;
  open<T>(use: (dir: string) => T): T;
}

function findSource(at: string, dir: string, backups: string): Source {
  if (existsSync(at) && statSync(at).isFile()) return fileSource(at);
  const commit = resolveCommit(dir, at);
  const day = commit !== null && isDay(at) ? commitDay(dir, commit) : null;
  const backup = isDay(at) ? listBackups(backups).findLast(({ day: made }) => made <= at) : null;
  // Of a day's two, the backup: it may hold what was never committed.
  if (backup && (day === null || backup.day >= day)) return fileSource(backup.file);
  if (commit !== null) {
    return { name: `commit ${commit}`, open: (use) => withCheckedOut(dir, commit, use) };
  }
  throw new SnapshotError(
    'damaged',
    `There is nothing to restore at ${JSON.stringify(at)}: no such file, no such commit, and no backup of that day or before in ${backups}.`,
  );
}

function fileSource(file: string): Source {
  return { name: `the backup ${file}`, open: (use) => withUnpacked(file, use) };
}

function refuseDamaged(dir: string, name: string): { rows: number } {
  const { manifest, problems, rows } = verifySnapshot(dir);
  if (manifest !== null && problems.length === 0) return { rows };
  const what = problems.map(({ message }) => message).join('; ') || 'it has no manifest';
  throw new SnapshotError('damaged', `${name} is not a whole snapshot: ${what}.`);
}
