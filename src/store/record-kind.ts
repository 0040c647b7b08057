/** Kinds of records that the snapshot holds, each in a folder of its own. */
import { canonicalJson, compareText } from './canonical-json.ts';

/** Anything kept one a line: it has an id that is unique in its kind. */
export interface StoredRecord {
  id: string;
}

/** How records of one kind are kept below `data/<name>/`. */
export interface RecordKind<T extends StoredRecord> {
  /** The folder: `papers`, `news`, `jobs`, `datasets`, `receipts`. */
  name: string;
  /** The key of the shard that holds a record: a day `2026-11-23` or a month `2026-11`. */
  shardOf: (record: T) => string;
  idOf: (record: T) => string;
  /** Order of records in a shard. */
  compareIds: (a: string, b: string) => number;
  /** One parsed line → a record. Throws an `Error` that says what is wrong with it. */
  parse: (value: unknown) => T;
  /** What stays of two records under one id when snapshots are merged; must not depend on their order. */
  merge: (a: T, b: T) => T;
  /** What the new record would lose of the known one, in words; `null` when nothing. */
  loss: (known: T, next: T) => string | null;
}

/**
 * A kind of records. What is not given is the plain case: unique by `id`, kept in order of code units, the greater text
 * stays in a merge, and a record may replace another freely.
 */
export function recordKind<T extends StoredRecord>(
  kind: Pick<RecordKind<T>, 'name' | 'shardOf' | 'parse'> & Partial<RecordKind<T>>,
): RecordKind<T> {
  return {
    idOf: (record) => record.id,
    compareIds: compareText,
    merge: (a, b) => (compareText(canonicalJson(a), canonicalJson(b)) >= 0 ? a : b),
    loss: () => null,
    ...kind,
  };
}
