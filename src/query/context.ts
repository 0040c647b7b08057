import type { Config } from '../config/config.ts';
import type { DerivedDb } from './derived-db.ts';
import type { Entries } from './entries.ts';
import type { SimilarReport } from '../similar/similar-papers.ts';
import type { Sections } from './sections.ts';
import type { AuthorShelves } from './shelves/types.ts';
import type { SnapshotReading } from './snapshot-reading.ts';

/** What the questions are answered from. */
export interface QueryContext {
  config: Config;
  db: DerivedDb;
  entries: Entries;
  snapshot: SnapshotReading;
  sections: Sections;
  /** Similar papers of every paper; computed at the first call. */
  similar: () => SimilarReport;
  shelves: AuthorShelves;
}
