/** What the fetch job packed: the files of the snapshot that it changed, as `data/…` in a gzipped tar file. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST, parseManifest } from '../store/manifest.ts';
import { sha256 } from '../store/sha256.ts';
import { reasonOf, SnapshotError } from '../store/snapshot-error.ts';
import type { ReadableSnapshot } from '../store/snapshot-of-commit.ts';

/** Plain files and folders below `data/`: whoever packed them may not name anything else. */
const PLACE = /^data\/(?:[A-Za-z0-9._-]+\/?)*$/;

/**
 * Unpacks a tar file into an empty folder and reads it over the snapshot that it was made from: a file that it does not
 * bring is the one from behind. Each read is checked against the manifest that it brings.
 *
 * @param into an empty folder of our own
 * @throws {SnapshotError} `damaged` when the file is no such archive, names a place outside `data/`, or brings no manifest
 */
export function unpackSnapshot(
  archive: string,
  into: string,
  behind: ReadableSnapshot,
): ReadableSnapshot {
  refuseStrangeEntries(archive);
  tar(archive, ['-xzf', archive, '-C', into, '--no-same-owner', '--no-same-permissions']);
  const packed = (path: string): Buffer | null => readPlain(join(into, 'data', path));
  const bytes = packed(MANIFEST);
  if (bytes === null) throw unusable(archive, `it brings no data/${MANIFEST}`);
  const manifest = parseManifest(bytes, `${MANIFEST} of ${archive}`);
  return {
    dir: archive,
    manifest,
    fingerprint: sha256(bytes),
    read(path) {
      const expected = manifest.files[path]?.sha256;
      const file = packed(path);
      if (file === null && behind.manifest.files[path]?.sha256 === expected)
        return behind.read(path);
      if (file !== null && sha256(file) === expected) return file;
      const what = file === null ? 'is missing' : 'is not the file that its manifest names';
      throw new SnapshotError('damaged', `${path} ${what} in ${archive}. Run the fetch again.`);
    },
  };
}

function refuseStrangeEntries(archive: string): void {
  const names = tar(archive, ['-tzf', archive]);
  const strange = names.find((name) => !PLACE.test(name) || name.split('/').includes('..'));
  if (strange !== undefined) throw unusable(archive, `it names ${JSON.stringify(strange)}`);
  const kinds = tar(archive, ['-tvzf', archive]).map((line) => line[0]);
  const link = kinds.findIndex((kind) => kind !== '-' && kind !== 'd');
  if (link >= 0) throw unusable(archive, `${names[link] ?? 'an entry'} is not a plain file`);
}

function tar(archive: string, args: string[]): string[] {
  try {
    const listed = execFileSync('tar', args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: 'pipe',
    });
    return listed.split('\n').filter((line) => line !== '');
  } catch (error) {
    throw unusable(archive, reasonOf(error), error);
  }
}

function readPlain(file: string): Buffer | null {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null;
}

function unusable(archive: string, reason: string, cause?: unknown): SnapshotError {
  const message = `${archive} is not a packed snapshot (${reason}). Run the fetch again.`;
  return new SnapshotError('damaged', message, { cause });
}
