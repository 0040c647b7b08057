import { join } from 'node:path';
import { makeFolder, readIfThere, realFileSystem } from './file-system.ts';
import { MANIFEST, parseManifest, serialiseManifest } from './manifest.ts';
import { fingerprintOf } from './read-checked.ts';
import { sha256 } from './sha256.ts';
import type { ReadableSnapshot } from './snapshot-of-commit.ts';
import { shardsIn } from './verify-snapshot.ts';
import { writeSnapshot, type WriteEffects } from './write-snapshot.ts';

export const DAMAGED = '.damaged';

/**
 * Puts another snapshot in the place of whatever lies in a data folder, whole or not at all. What is not part of it
 * (hand-kept YAML) is left alone; shards that no manifest names, and a manifest that is none, are kept aside.
 * @param source every file of it that is not in place is read, and checked, before the first is written
 * @returns paths of files kept aside, below `dir`
 */
export function installSnapshot(
  dir: string,
  source: ReadableSnapshot,
  effects: WriteEffects = {},
): { keptAside: string[] } {
  const { files: disk = realFileSystem } = effects;
  const files = new Map<string, Buffer>();
  for (const [path, entry] of Object.entries(source.manifest.files)) {
    const inPlace = readIfThere(join(dir, path), disk);
    if (inPlace === null || sha256(inPlace) !== entry.sha256) files.set(path, source.read(path));
  }
  const keptAside: string[] = [];
  const present = readIfThere(join(dir, MANIFEST), disk);
  const listed = present === null ? null : listedIn(present);
  if (present !== null && listed === null) keptAside.push(keepAside(dir, MANIFEST));
  for (const path of shardsIn(dir)) {
    if (path in source.manifest.files || listed?.has(path)) continue;
    keptAside.push(keepAside(dir, path));
  }
  const base = listed === null ? null : fingerprintOf(present);
  writeSnapshot(dir, { base, manifest: serialiseManifest(source.manifest), files }, effects);
  return { keptAside };
}

/** Moves a file out of the snapshot without losing it. @returns where it is now, below `dir` */
export function keepAside(dir: string, path: string): string {
  const files = realFileSystem;
  const sum = sha256(files.readFileSync(join(dir, path))).slice(0, 12);
  const aside = `${DAMAGED}/${encodeURIComponent(path)}.${sum}`;
  makeFolder(join(dir, DAMAGED), files);
  files.renameSync(join(dir, path), join(dir, aside));
  return aside;
}

function listedIn(manifest: Buffer): ReadonlySet<string> | null {
  try {
    return new Set(Object.keys(parseManifest(manifest, MANIFEST).files));
  } catch {
    return null;
  }
}
