/** What a run changes → the new bytes of the shards that it touches. Pure, but for reading those shards. */
import type { RecordKind, StoredRecord } from './record-kind.ts';
import { linesById, shardBytes, shardLine, shardPath } from './shard.ts';
import { sha256 } from './sha256.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';
import type { RecordChange, Snapshot } from './snapshot.ts';

export interface ChangedShard {
  /** `null`: no record is left, the file goes. */
  bytes: Buffer | null;
  /** The sha256 of the bytes. */
  sum: string;
  ids: string[];
}

/**
 * The shards that a change touches, with what becomes of them. A record whose key changed leaves the shard it was in.
 * @throws {SnapshotError} `invalid` for a record that is not of its form, `lossy` when one would lose what is known
 */
export function changedShards<T extends StoredRecord>(
  base: Snapshot,
  { kind, upsert, remove = [] }: RecordChange<T>,
): Map<string, ChangedShard> {
  const next = new Map(upsert.map((record) => [kind.idOf(record), checked(record, kind)]));
  if (next.size < upsert.length) {
    throw new SnapshotError('invalid', `${kind.name}: two of the records have the same id`);
  }
  const removed = new Set(remove.map(({ id }) => id));
  const places = base.locate(kind.name, [...next.keys(), ...removed]);
  const touched = new Map<string, Map<string, Buffer>>();
  const before = new Set<string>();
  const shard = (path: string) => {
    const known = touched.get(path);
    if (known !== undefined) return known;
    const lines = linesOf(base, path);
    touched.set(path, lines);
    for (const id of lines.keys()) before.add(id);
    return lines;
  };
  for (const [id, path] of places) {
    const line = shard(path).get(id);
    const record = next.get(id);
    if (record !== undefined && line !== undefined) refuseLoss(kind, line, record);
    if (record === undefined || path !== placeOf(record, kind)) shard(path).delete(id);
  }
  for (const [id, record] of next) {
    shard(placeOf(record, kind)).set(id, shardLine(record));
  }
  const after = new Set([...touched.values()].flatMap((lines) => [...lines.keys()]));
  const lost = [...before].filter((id) => !after.has(id) && !removed.has(id));
  // Whatever went wrong above: an id that was in a touched shard is in one afterwards, or was named as removed.
  if (lost.length > 0) {
    const message = `${kind.name}: the change would lose ${lost.join(', ')}; refused.`;
    throw new SnapshotError('lossy', message);
  }
  return new Map([...touched].map(([path, lines]) => [path, changed(lines, kind)]));
}

function changed<T extends StoredRecord>(
  lines: ReadonlyMap<string, Buffer>,
  kind: RecordKind<T>,
): ChangedShard {
  const bytes = lines.size > 0 ? shardBytes(lines, kind.compareIds) : null;
  return { bytes, sum: bytes ? sha256(bytes) : '', ids: [...lines.keys()] };
}

function placeOf<T extends StoredRecord>(record: T, kind: RecordKind<T>): string {
  return shardPath(kind.name, kind.shardOf(record));
}

function linesOf(base: Snapshot, path: string): Map<string, Buffer> {
  if (!(path in base.manifest.files)) return new Map();
  return new Map(Array.from(linesById(base.read(path)), ({ id, line }) => [id, line]));
}

function checked<T extends StoredRecord>(record: T, kind: RecordKind<T>): T {
  try {
    return kind.parse(record);
  } catch (error) {
    const message = `${kind.name}: ${kind.idOf(record)} is not of its form: ${reasonOf(error)}`;
    throw new SnapshotError('invalid', message, { cause: error });
  }
}

function refuseLoss<T extends StoredRecord>(kind: RecordKind<T>, line: Buffer, next: T): void {
  const loss = kind.loss(kind.parse(JSON.parse(line.toString('utf8'))), next);
  if (loss === null) return;
  throw new SnapshotError(
    'lossy',
    `${kind.name}: ${kind.idOf(next)} is refused, ${loss}. Merge it with the known record first.`,
  );
}
