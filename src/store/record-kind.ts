/** Kinds of records that the snapshot holds, each in a folder of its own. */

/** Anything kept one a line: it has an id that is unique in its kind. */
export interface StoredRecord {
  id: string;
}

/** How records of one kind are kept below `data/<name>/`. */
export interface RecordKind<T extends StoredRecord> {
  /** The folder: `papers`, `news`, `jobs`, `datasets`, `receipts`. */
  name: string;
  /** The key of the shard that holds a record: a day `2026-11-23` or a month `2026-11`. */
  shardOf(record: T): string;
  idOf(record: T): string;
  /** Order of records in a shard. */
  compareIds(a: string, b: string): number;
  /** One parsed line → a record. Throws an `Error` that says what is wrong with it. */
  parse(value: unknown): T;
  /** Which of two different records under one id stays, when two snapshots are merged; must not depend on their order. */
  merge(a: T, b: T): T;
  /** Throws when the new record would lose what the known one holds. */
  guard?(known: T, next: T): void;
}
