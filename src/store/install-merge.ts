import { installSnapshot } from './install-snapshot.ts';
import { MANIFEST, parseManifest } from './manifest.ts';
import { mergeSnapshots } from './merge-snapshots.ts';
import type { AnyKind } from './plain-kind.ts';
import type { ReadableSnapshot } from './snapshot-of-commit.ts';
import type { WriteEffects } from './write-snapshot.ts';

/**
 * Merges two snapshots, from `effects.begun` on where that is known, and puts the result into a data folder in whatever state a merge of git has left that.
 * @throws {SnapshotError} as `mergeSnapshots` and `installSnapshot` do
 */
export function installMerge(
  dir: string,
  ours: ReadableSnapshot,
  theirs: ReadableSnapshot,
  effects: WriteEffects & { kinds?: readonly AnyKind[]; begun?: ReadableSnapshot | null } = {},
): { records: number; keptAside: string[] } {
  const merged = mergeSnapshots(ours, theirs, effects.kinds, effects.begun);
  const manifest = parseManifest(merged.manifest, MANIFEST);
  const read = (path: string) => merged.files.get(path) ?? ours.read(path);
  const source = { dir: ours.dir, manifest, fingerprint: null, read };
  const { keptAside } = installSnapshot(dir, source, effects);
  const records = Object.values(manifest.files).reduce((total, { rows }) => total + rows, 0);
  return { records, keptAside };
}
