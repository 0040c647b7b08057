import type { Paper } from '../paper.ts';
import { papers } from '../store/kinds.ts';
import { SCHEMA_VERSION } from '../store/manifest.ts';
import { migrateRecord } from '../store/migrations.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** What the site needs of a snapshot: its shards with their sums, their bytes, the state of its sources. */
export type SnapshotReading = Pick<Snapshot, 'dir' | 'shards' | 'read' | 'manifest'>;

/** Reads one line of a paper shard, brought up to the form of today. The line was checked when it was written. */
export function paperParser({ manifest }: SnapshotReading): (line: string) => Paper {
  const from = manifest.schema_version;
  return (line) => {
    const paper: Paper = JSON.parse(line);
    if (from === SCHEMA_VERSION) return paper;
    return papers.parse(migrateRecord(paper, papers.name, { from, target: SCHEMA_VERSION }));
  };
}
