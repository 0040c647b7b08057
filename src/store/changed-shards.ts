/** What a run changes → the new bytes of the shards that it touches. Pure, but for reading those shards. */
import { canonicalJson } from './canonical-json.ts';
import type { RecordKind, StoredRecord } from './record-kind.ts';
import { linesById, shardBytes, shardPath } from './shard.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';
import type { RecordChange, Snapshot } from './snapshot.ts';

export interface ChangedShard {
  /** `null`: no record is left, the file goes. */
  bytes: Buffer | null;
  rows: number;
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
  const touched = new Map<string, Map<string, string>>();
  const shard = (path: string) => {
    const known = touched.get(path) ?? linesOf(base, path);
    touched.set(path, known);
    return known;
  };
  for (const [id, path] of places) {
    const before = shard(path).get(id);
    const record = next.get(id);
    if (record !== undefined && before !== undefined) refuseLoss(kind, before, record);
    if (record === undefined || path !== placeOf(record, kind)) shard(path).delete(id);
  }
  for (const [id, record] of next) {
    shard(placeOf(record, kind)).set(id, canonicalJson(record));
  }
  refuseShrinking(base, touched, removed, kind.name);
  return new Map([...touched].map(([path, lines]) => [path, changed(lines, kind)]));
}

function changed<T extends StoredRecord>(
  lines: ReadonlyMap<string, string>,
  kind: RecordKind<T>,
): ChangedShard {
  const bytes = lines.size > 0 ? shardBytes(lines, kind.compareIds) : null;
  return { bytes, rows: lines.size };
}

function placeOf<T extends StoredRecord>(record: T, kind: RecordKind<T>): string {
  return shardPath(kind.name, kind.shardOf(record));
}

function linesOf(base: Snapshot, path: string): Map<string, string> {
  const lines = new Map<string, string>();
  if (!(path in base.manifest.files)) return lines;
  const bytes = base.read(path);
  for (const { id, start, end } of linesById(bytes)) {
    lines.set(id, bytes.toString('utf8', start, end));
  }
  return lines;
}

function checked<T extends StoredRecord>(record: T, kind: RecordKind<T>): T {
  try {
    return kind.parse(record);
  } catch (error) {
    const message = `${kind.name}: ${kind.idOf(record)} is not of its form: ${reasonOf(error)}`;
    throw new SnapshotError('invalid', message, { cause: error });
  }
}

function refuseLoss<T extends StoredRecord>(kind: RecordKind<T>, line: string, next: T): void {
  const loss = kind.loss(kind.parse(JSON.parse(line)), next);
  if (loss === null) return;
  throw new SnapshotError(
    'lossy',
    `${kind.name}: ${kind.idOf(next)} is refused, ${loss}. Merge it with the known record first.`,
  );
}

/** Whatever went wrong above: an id that was in a touched shard is in one afterwards, or was named as removed. */
function refuseShrinking(
  base: Snapshot,
  touched: ReadonlyMap<string, ReadonlyMap<string, string>>,
  removed: ReadonlySet<string>,
  kind: string,
): void {
  const after = new Set([...touched.values()].flatMap((lines) => [...lines.keys()]));
  const lost = [...touched.keys()]
    .filter((path) => path in base.manifest.files)
    .flatMap((path) => Array.from(linesById(base.read(path)), ({ id }) => id))
    .filter((id) => !after.has(id) && !removed.has(id));
  if (lost.length === 0) return;
  throw new SnapshotError('lossy', `${kind}: the change would lose ${lost.join(', ')}; refused.`);
}
