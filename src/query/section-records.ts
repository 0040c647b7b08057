import type { RecordKind, StoredRecord } from '../store/record-kind.ts';
import { parseShard } from '../store/shard.ts';
import type { SnapshotReading } from './snapshot-reading.ts';

/** Every record of a section, oldest shard first; each shard is checked as it is read. */
export function recordsOf<T extends StoredRecord>(
  snapshot: SnapshotReading,
  kind: RecordKind<T>,
): T[] {
  return snapshot
    .shards(kind.name)
    .flatMap(({ path }) => parseShard(snapshot.read(path), kind, path));
}

/** Computes a value when it is asked for first. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same for each of the values that it is asked for. */
export function onceEach<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, { value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
