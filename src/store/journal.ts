/**
 * How several files change as one. New files are staged in `data/.pending/`, and the renaming of the staged manifest to
 * `data/.pending/manifest.json` is the point of no return. Then each staged file is renamed into its place and the
 * manifest last. Whoever finds a complete journal sees the new snapshot through it, without writing, and the next
 * writer finishes it; whoever finds an incomplete one sees the old. So at every instant there is one snapshot.
 */
import { dirname, join } from 'node:path';
import { makeFolder, readIfThere, syncFile, syncFolder, writeWhole } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { MANIFEST, parseManifest, type Manifest } from './manifest.ts';
import { sha256 } from './sha256.ts';
import { SnapshotError } from './snapshot-error.ts';

export const PENDING = '.pending';
const BASE = 'base';
const NO_BASE = 'none';
// A journal is only about files: what their records look like is for who opens the snapshot.
const ANY_FORM = Number.MAX_SAFE_INTEGER;

/** What is to become of the folder: files by path below it, and the manifest that names them. */
export interface Journal {
  /** The sha256 of the manifest that this one follows; `null` for none. */
  base: string | null;
  manifest: Buffer;
  files: ReadonlyMap<string, Buffer>;
}

/**
 * - `none`: no journal, or one that was never completed: `data/` is the snapshot
 * - `ready`: the journal's manifest is the snapshot, its files partly in place
 * - `foreign`: it follows another manifest than the one in place, as after a checkout: `data/` is the snapshot
 * - `broken`: a file that it needs is gone, as after a checkout of single files
 */
export type JournalState = 'none' | 'ready' | 'foreign' | 'broken';

export interface FoundJournal {
  state: JournalState;
  /** The bytes of the manifest in force, `null` when there is none. */
  manifest: Buffer | null;
}

/** Where a file waits until it is renamed into place. */
export function stagedPath(dir: string, path: string): string {
  return join(dir, PENDING, encodeURIComponent(path));
}

/** Looks for a journal and says which manifest is in force. Writes nothing. */
export function findJournal(dir: string, files: FileSystem): FoundJournal {
  const pending = readIfThere(join(dir, PENDING, MANIFEST), files);
  const base = readIfThere(join(dir, PENDING, BASE), files)?.toString('utf8');
  // After the journal: when its last rename comes between the two, the manifest read here is the new one.
  const inPlace = readIfThere(join(dir, MANIFEST), files);
  if (pending === null) return { state: 'none', manifest: inPlace };
  if (base !== (inPlace === null ? NO_BASE : sha256(inPlace))) {
    return { state: 'foreign', manifest: inPlace };
  }
  const missing = missingFiles(dir, inPlace, pending, files);
  return missing.length === 0
    ? { state: 'ready', manifest: pending }
    : { state: 'broken', manifest: inPlace };
}

/** Stages a change and makes it durable. Before it returns the old snapshot is in force, afterwards the new one. */
export function writeJournal(dir: string, journal: Journal, files: FileSystem): void {
  const pending = join(dir, PENDING);
  files.rmSync(pending, { recursive: true, force: true });
  makeFolder(pending, files);
  const staged = new Map<string, Uint8Array>();
  // Folders too are made before the point of no return: what follows it should only rename.
  for (const [path, bytes] of journal.files) {
    makeFolder(dirname(join(dir, path)), files);
    staged.set(stagedPath(dir, path), bytes);
  }
  staged.set(join(pending, BASE), Buffer.from(journal.base ?? NO_BASE));
  const manifest = join(pending, MANIFEST);
  staged.set(`${manifest}.tmp`, journal.manifest);
  // First all written, then all synced: the disk can put them in one go.
  for (const [file, bytes] of staged) writeWhole(file, bytes, files);
  for (const file of staged.keys()) syncFile(file, files);
  syncFolder(pending, files);
  files.renameSync(`${manifest}.tmp`, manifest);
  syncFolder(pending, files);
}

/** Puts a complete journal's files into place, the manifest last. May be broken off and begun again at any point. */
export function applyJournal(dir: string, files: FileSystem): void {
  const pending = join(dir, PENDING);
  const next = readManifest(join(pending, MANIFEST), files);
  const folders = new Set<string>();
  for (const name of files.readdirSync(pending)) {
    if (name === MANIFEST || name === BASE) continue;
    const place = join(dir, decodeURIComponent(name));
    makeFolder(dirname(place), files);
    files.renameSync(join(pending, name), place);
    folders.add(dirname(place));
  }
  for (const path of Object.keys(readManifest(join(dir, MANIFEST), files)?.files ?? {})) {
    if (next === null || path in next.files) continue;
    files.rmSync(join(dir, path), { force: true });
    folders.add(dirname(join(dir, path)));
  }
  for (const folder of folders) syncFolder(folder, files);
  files.renameSync(join(pending, MANIFEST), join(dir, MANIFEST));
  syncFolder(dir, files);
  files.rmSync(pending, { recursive: true, force: true });
}

/**
 * Finishes what an interrupted run had committed, and clears away what it had not. Only for whoever holds the lock.
 * @returns what was found
 * @throws {SnapshotError} `damaged` when neither the old nor the new snapshot is whole
 */
export function recoverJournal(dir: string, files: FileSystem): JournalState {
  const { state } = findJournal(dir, files);
  if (state === 'ready') applyJournal(dir, files);
  else if (state !== 'none' || files.existsSync(join(dir, PENDING))) {
    if (state === 'broken') refuseHalf(dir, files);
    files.rmSync(join(dir, PENDING), { recursive: true, force: true });
  }
  return state;
}

/** A broken journal may go when the files in place are those of the manifest in place. */
function refuseHalf(dir: string, files: FileSystem): void {
  const manifest = readManifest(join(dir, MANIFEST), files);
  const bad = Object.entries(manifest?.files ?? {}).filter(
    ([path, { sha256: sum }]) => !holds(join(dir, path), sum, files),
  );
  if (bad.length === 0) return;
  throw new SnapshotError(
    'damaged',
    `${join(dir, PENDING)} holds an interrupted change whose files are partly gone, and ` +
      `${bad.map(([path]) => path).join(', ')} is not what the manifest says. Run \`npm run repair\`.`,
  );
}

/** Files of the new manifest that are neither staged nor in place. */
function missingFiles(dir: string, old: Buffer | null, next: Buffer, files: FileSystem): string[] {
  const known = old === null ? {} : parseManifest(old, join(dir, MANIFEST), ANY_FORM).files;
  return Object.entries(parseManifest(next, join(dir, PENDING, MANIFEST), ANY_FORM).files)
    .filter(([path, { sha256: sum }]) => known[path]?.sha256 !== sum)
    .filter(
      ([path, { sha256: sum }]) =>
        !holds(stagedPath(dir, path), sum, files) && !holds(join(dir, path), sum, files),
    )
    .map(([path]) => path);
}

function holds(file: string, sum: string, files: FileSystem): boolean {
  const bytes = readIfThere(file, files);
  return bytes !== null && sha256(bytes) === sum;
}

function readManifest(file: string, files: FileSystem): Manifest | null {
  const bytes = readIfThere(file, files);
  return bytes && parseManifest(bytes, file, ANY_FORM);
}
