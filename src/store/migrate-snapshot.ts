import { join } from 'node:path';
import { MANIFEST, SCHEMA_VERSION, serialiseManifest, type FileEntry } from './manifest.ts';
import { MIGRATIONS, migrateRecord, type Migration } from './migrations.ts';
import { openSnapshot } from './open-snapshot.ts';
import { kindOfShard, type AnyKind } from './plain-kind.ts';
import type { StoredRecord } from './record-kind.ts';
import { serialiseShard, shardPath } from './shard.ts';
import { sha256 } from './sha256.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';
import type { Snapshot } from './snapshot.ts';
import { writeSnapshot, type WriteEffects } from './write-snapshot.ts';

export interface MigrateOptions extends WriteEffects {
  kinds?: readonly AnyKind[];
  target?: number;
  migrations?: readonly Migration[];
}

/**
 * Brings the data folder to the form of this program, in one commit: every record goes through each step from its form
 * to ours, and is accounted for. Does nothing when the form is ours already.
 * @returns the form before and after
 * @throws {SnapshotError} `newer` for a form that this program does not know, `lossy` when a record would be lost
 */
export function migrateSnapshot(
  dir: string,
  options: MigrateOptions = {},
): { from: number; to: number } {
  const { target = SCHEMA_VERSION } = options;
  const base = openSnapshot(dir, { ...options, cacheFile: null });
  const from = base.manifest.schema_version;
  if (from === target) return { from, to: target };
  const shards = migratedShards(base, options);
  const entries: Record<string, FileEntry> = {};
  const files = new Map<string, Buffer>();
  for (const [path, records] of shards) {
    const bytes = serialiseShard(records.values(), kindOfShard(path, options.kinds));
    entries[path] = { sha256: sha256(bytes), bytes: bytes.length, rows: records.size };
    files.set(path, bytes);
  }
  const rows = (of: Record<string, FileEntry>) =>
    Object.values(of).reduce((total, entry) => total + entry.rows, 0);
  if (rows(entries) !== rows(base.manifest.files)) {
    throw new SnapshotError(
      'lossy',
      `The migration of ${join(dir, MANIFEST)} from ${from} to ${target} would make ` +
        `${rows(entries)} records of ${rows(base.manifest.files)}; refused.`,
    );
  }
  const manifest = serialiseManifest({ ...base.manifest, schema_version: target, files: entries });
  writeSnapshot(dir, { base: base.fingerprint, manifest, files }, options);
  return { from, to: target };
}

function migratedShards(
  base: Snapshot,
  { kinds, target = SCHEMA_VERSION, migrations = MIGRATIONS }: MigrateOptions,
): Map<string, Map<string, StoredRecord>> {
  const shards = new Map<string, Map<string, StoredRecord>>();
  const way = { from: base.manifest.schema_version, target, migrations };
  for (const path of Object.keys(base.manifest.files)) {
    const kind = kindOfShard(path, kinds);
    for (const [index, line] of base.read(path).toString('utf8').trimEnd().split('\n').entries()) {
      try {
        const record: StoredRecord = kind.parse(migrateRecord(JSON.parse(line), kind.name, way));
        const place = shardPath(kind.name, kind.shardOf(record));
        const shard = shards.get(place) ?? new Map<string, StoredRecord>();
        shards.set(place, shard.set(kind.idOf(record), record));
      } catch (error) {
        const message = `${path}, line ${index + 1}: cannot be migrated: ${reasonOf(error)}`;
        throw new SnapshotError('invalid', message, { cause: error });
      }
    }
  }
  return shards;
}
