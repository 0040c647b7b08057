import type { Config } from '../config/config.ts';
import type { DerivedDb } from './derived-db.ts';
import type { Entries } from './entries.ts';
import type { SnapshotReading } from './snapshot-reading.ts';

/** What the questions are answered from. */
export interface QueryContext {
  config: Config;
  db: DerivedDb;
  entries: Entries;
  snapshot: SnapshotReading;
}
