import { changedShards, type ChangedShard } from './changed-shards.ts';
import { rememberIds } from './id-index.ts';
import { papers, receipts } from './kinds.ts';
import { SCHEMA_VERSION, serialiseManifest, type Manifest } from './manifest.ts';
import { sha256 } from './sha256.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { Changes, CommitResult } from './snapshot.ts';
import { recoverSnapshot, writeSnapshot, type WriteEffects } from './write-snapshot.ts';

/**
 * Makes a change part of the snapshot, whole or not at all: killed at any point, the next reader sees the old snapshot or
 * the new one. When the bytes would be what they are, nothing is written.
 *
 * @param dir the data folder; made when it does not exist
 * @param changes whole records, merged with what is known (`mergePaper`)
 * @throws {SnapshotError} `invalid` or `lossy` for records that may not be written, `changed` when another run was
 *   quicker, `locked` when another is at work, `unwritable` when the disk refuses
 */
export function commitSnapshot(
  dir: string,
  changes: Changes,
  effects: WriteEffects = {},
): CommitResult {
  const { base } = changes;
  refuseOldForm(base.manifest, dir);
  const touched = touchedShards(changes);
  const files = new Map<string, Buffer>();
  const removed: string[] = [];
  for (const [path, { bytes, sum }] of touched) {
    if (bytes === null) removed.push(path);
    else if (base.manifest.files[path]?.sha256 !== sum) files.set(path, bytes);
  }
  const manifest = serialiseManifest(nextManifest(changes, touched));
  if (manifest.equals(serialiseManifest(base.manifest))) {
    recoverSnapshot(dir, effects);
    return { changed: false, written: [], removed: [], fingerprint: base.fingerprint };
  }
  writeSnapshot(dir, { base: base.fingerprint, manifest, files }, effects);
  const ids = new Map(Array.from(touched.values(), (shard) => [shard.sum, shard.ids]));
  rememberIds(base.cacheFile, ids, effects);
  return { changed: true, written: [...files.keys()], removed, fingerprint: sha256(manifest) };
}

function touchedShards(changes: Changes): Map<string, ChangedShard> {
  const { base } = changes;
  return new Map([
    ...changedShards(base, { kind: papers, upsert: changes.papers ?? [] }),
    ...changedShards(base, { kind: receipts, upsert: changes.receipts ?? [] }),
    ...(changes.records ?? []).flatMap((change) => [...changedShards(base, change)]),
  ]);
}

function nextManifest(
  { base, sources = {} }: Changes,
  touched: ReadonlyMap<string, ChangedShard>,
): Manifest {
  const files = { ...base.manifest.files };
  for (const [path, { bytes, sum, ids }] of touched) {
    if (bytes === null) delete files[path];
    else files[path] = { sha256: sum, bytes: bytes.length, rows: ids.length };
  }
  return { ...base.manifest, files, sources: { ...base.manifest.sources, ...sources } };
}

function refuseOldForm({ schema_version }: Manifest, dir: string): void {
  if (schema_version === SCHEMA_VERSION) return;
  throw new SnapshotError(
    'outdated',
    `${dir} has schema_version ${schema_version}; bring it to ${SCHEMA_VERSION} first: \`npm run migrate\`.`,
  );
}
