import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isCode, makeFolder, readIfThere, realFileSystem, writeWhole } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { recoverJournal } from './journal.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';

export const LOCK = '.lock';

/** A lock of another machine cannot be asked whether its process lives; no run takes this long. */
const FOREIGN_LOCK_HOURS = 24;

export interface LockEffects {
  files?: FileSystem;
  now?: () => Date;
  /** Told in one sentence when a lock that was left behind is taken over. */
  warn?: (message: string) => void;
  process?: LockOwner;
}

/** Who holds a lock. The start tells a process from a later one with the same number. */
export interface LockOwner {
  pid: number;
  host: string;
  start: string;
}

export interface Lock {
  /** Whether this lock is still the one on the disk. */
  held(): boolean;
  /** Never throws: a lock that cannot be removed is stale when this process ends. */
  release(): void;
}

interface LockFile extends LockOwner {
  since: string;
}

/**
 * Keeps other runs away from a snapshot until it is released, and finishes what an interrupted one has left: who holds the
 * lock finds one whole snapshot in place. A lock whose process is gone is taken over.
 * @throws {SnapshotError} `locked` when another run is at work, `damaged` when an interrupted change cannot be finished
 */
export function lockSnapshot(dir: string, effects: LockEffects = {}): Lock {
  const lock = takeLock(dir, effects);
  try {
    recoverJournal(dir, effects.files ?? realFileSystem);
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The lock alone, for who puts a damaged snapshot right. @throws {SnapshotError} `locked` */
export function takeLock(dir: string, effects: LockEffects = {}): Lock {
  const { files = realFileSystem, now = () => new Date(), warn = console.warn } = effects;
  const owner = effects.process ?? thisProcess();
  const path = join(dir, LOCK);
  const content = JSON.stringify({ ...owner, since: now().toISOString() } satisfies LockFile);
  const lock = heldLock(path, content, files, warn);
  makeFolder(dir, files);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (tryLock(lock, () => placeLock(path, content, owner, files))) return lock;
    const found = readIfThere(path, files)?.toString('utf8');
    if (found === undefined) continue;
    const reason = whyStale(found, owner, now());
    if (reason === null) throw lockedError(path, found);
    removeStale(path, found, owner, files);
    warn(`Took over the lock of an interrupted run (${reason}).`);
  }
  throw lockedError(path, readIfThere(path, files)?.toString('utf8') ?? '');
}

/** Leaves no lock behind when it throws. */
function tryLock(lock: Lock, place: () => boolean): boolean {
  try {
    return place();
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** By link, not by opening: the lock appears with its content or not at all. */
function placeLock(path: string, content: string, owner: LockOwner, files: FileSystem): boolean {
  const own = `${path}.${owner.pid}`;
  // One left behind under the same number may be the stale lock itself by another name: not to be written into.
  files.rmSync(own, { force: true });
  try {
    writeWhole(own, Buffer.from(content), files);
    files.linkSync(own, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    files.rmSync(own, { force: true });
  }
}

/** By renaming, which only one can do: whoever moved a lock that was not the stale one puts it back. */
function removeStale(path: string, stale: string, owner: LockOwner, files: FileSystem): void {
  const aside = `${path}.${owner.pid}.stale`;
  try {
    files.renameSync(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readIfThere(aside, files)?.toString('utf8') !== stale) putBack(aside, path, files);
  files.rmSync(aside, { force: true });
}

function putBack(aside: string, path: string, files: FileSystem): void {
  try {
    files.linkSync(aside, path);
  } catch (error) {
    // A third run was quicker. The owner sees it before it commits: its lock is not held any more.
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

function heldLock(
  path: string,
  content: string,
  files: FileSystem,
  warn: (message: string) => void,
): Lock {
  const held = () => readIfThere(path, files)?.toString('utf8') === content;
  return {
    held,
    release() {
      try {
        if (held()) files.rmSync(path, { force: true });
      } catch (error) {
        warn(`${path} could not be removed (${reasonOf(error)}); the next run takes it over.`);
      }
    },
  };
}

function whyStale(found: string, owner: LockOwner, now: Date): string | null {
  const lock = parseLock(found);
  if (lock === null) return 'its lock file is not readable';
  if (lock.host !== owner.host) {
    const hours = (now.getTime() - Date.parse(lock.since)) / 3_600_000;
    return hours > FOREIGN_LOCK_HOURS ? `begun ${lock.since} on ${lock.host}` : null;
  }
  const start = lock.pid === owner.pid ? owner.start : startOf(lock.pid);
  return start === lock.start ? null : `process ${lock.pid} has ended`;
}

function parseLock(text: string): LockFile | null {
  try {
    const lock: LockFile = JSON.parse(text);
    return typeof lock.pid === 'number' && Number.isFinite(Date.parse(lock.since)) ? lock : null;
  } catch {
    return null;
  }
}

function lockedError(path: string, found: string): SnapshotError {
  const lock = parseLock(found);
  const who = lock ? `process ${lock.pid} on ${lock.host}, since ${lock.since}` : 'another run';
  return new SnapshotError(
    'locked',
    `Another run is at work on this snapshot (${who}). Wait for it to end; ` +
      `if it is gone for certain, delete ${path} and run again.`,
  );
}

function thisProcess(): LockOwner {
  return { pid: process.pid, host: hostname(), start: startOf(process.pid) ?? '' };
}

/** When a process started, in any fixed unit; `null` when there is no such process. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and is another user's.
    if (!isCode(error, 'EPERM')) return null;
  }
  try {
    // proc(5): field 22 counts from after the name, which may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (isCode(error, 'ENOENT', 'EACCES', 'ESRCH')) return '';
    throw error;
  }
}
