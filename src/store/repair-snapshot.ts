import { dirname, join } from 'node:path';
import {
  makeFolder,
  readIfThere,
  realFileSystem,
  syncFile,
  syncFolder,
  writeWhole,
} from './file-system.ts';
import type { History } from './git-history.ts';
import { finishJournal } from './finish-journal.ts';
import { installSnapshot, keepAside } from './install-snapshot.ts';
import { takeLock } from './lock.ts';
import { MANIFEST, parseManifest, type Manifest } from './manifest.ts';
import { rebuildManifest } from './rebuild-manifest.ts';
import type { Repair, RepairOptions } from './repair.ts';
import { sha256 } from './sha256.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { ReadableSnapshot } from './snapshot-of-commit.ts';
import { verifySnapshot, type FileProblem } from './verify-snapshot.ts';

/**
 * Puts a data folder right: finishes an interrupted change, and takes damaged or missing files from git by their sha256;
 * when the manifest itself is gone, the last committed one. Destroys nothing: what it replaces is kept in `.damaged/`.
 * @throws {SnapshotError} `damaged` when git does not hold what is missing; the message says what else can be done
 */
export function repairSnapshot(dir: string, options: RepairOptions): Repair {
  const lock = options.lock ?? takeLock(dir, options);
  try {
    return repairLocked(dir, { ...options, lock });
  } finally {
    if (options.lock === undefined) lock.release();
  }
}

function repairLocked(dir: string, options: RepairOptions): Repair {
  const done = finishJournal(dir)
    ? ['Finished a change that an interrupted run had committed.']
    : [];
  if (options.rebuildManifest) return rebuildManifest(dir, options, done);
  const { manifest, problems } = verifySnapshot(dir, options.kinds);
  if (problems.length === 0) return { done, keptAside: [] };
  if (manifest === null) return fromLastCommit(dir, options, done);
  refuseMalformed(dir, problems);
  const { keptAside } = putBack(dir, problems, found(dir, options.history, manifest));
  return { done: [...done, ...problems.map(({ message }) => `Put right: ${message}.`)], keptAside };
}

/** Bytes that the manifest names and that are no shard all the same: no commit can hold better ones under this manifest. */
function refuseMalformed(dir: string, problems: readonly FileProblem[]): void {
  const malformed = problems.filter(({ problem }) => problem === 'malformed');
  if (malformed.length === 0) return;
  throw new SnapshotError(
    'damaged',
    `${dir} was committed with faults: ${malformed.map(({ message }) => message).join('; ')}. ` +
      'Correct these lines by hand and run `npm run repair -- --rebuild-manifest`, or restore an ' +
      'earlier state (`npm run restore -- --at <commit|file|date>`).',
  );
}

/** Files in place are replaced one by one: the manifest that names them stands already. */
function putBack(
  dir: string,
  problems: readonly FileProblem[],
  snapshot: ReadableSnapshot,
): { keptAside: string[] } {
  const shards = problems.map(({ path }) => path);
  const wanted = shards.filter((path) => path in snapshot.manifest.files);
  const bytes = new Map(wanted.map((path) => [path, snapshot.read(path)]));
  const keptAside: string[] = [];
  for (const path of shards) {
    const place = join(dir, path);
    if (readIfThere(place, realFileSystem) !== null) keptAside.push(keepAside(dir, path));
    const file = bytes.get(path);
    if (file === undefined) continue;
    makeFolder(dirname(place), realFileSystem);
    writeWhole(`${place}.tmp`, file, realFileSystem);
    syncFile(`${place}.tmp`, realFileSystem);
    realFileSystem.renameSync(`${place}.tmp`, place);
    syncFolder(dirname(place), realFileSystem);
  }
  return { keptAside };
}

/** The files that a manifest names, from the data folder or from whichever commit holds them. */
function found(dir: string, history: History, manifest: Manifest): ReadableSnapshot {
  return {
    dir,
    manifest,
    fingerprint: null,
    read(path) {
      const sum = manifest.files[path]?.sha256;
      const inPlace = readIfThere(join(dir, path), realFileSystem);
      if (inPlace !== null && sha256(inPlace) === sum) return inPlace;
      for (const commit of history.commitsOf(path)) {
        const bytes = history.show(commit, path);
        if (bytes !== null && sha256(bytes) === sum) return bytes;
      }
      throw new SnapshotError(
        'damaged',
        `${join(dir, path)} is damaged, and no commit holds the file that the manifest names. ` +
          'Restore an earlier state (`npm run restore -- --at <commit|file|date>`), or, when the ' +
          'files in place are right, make a new manifest of them (`npm run repair -- --rebuild-manifest`).',
      );
    },
  };
}

function fromLastCommit(
  dir: string,
  { history, ...effects }: RepairOptions,
  done: string[],
): Repair {
  for (const commit of history.commitsOf(MANIFEST)) {
    const bytes = history.show(commit, MANIFEST);
    if (bytes === null) continue;
    const manifest = parseManifest(bytes, `${MANIFEST} of ${commit}`);
    const { keptAside } = installSnapshot(dir, found(dir, history, manifest), effects);
    return { done: [...done, `Took the snapshot of commit ${commit.slice(0, 12)}.`], keptAside };
  }
  throw new SnapshotError(
    'damaged',
    `${join(dir, MANIFEST)} is missing or damaged, and no commit holds one. When the shards in place ` +
      'are right, make a new manifest of them: `npm run repair -- --rebuild-manifest`.',
  );
}
