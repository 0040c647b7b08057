import type { Snapshot } from '../store/snapshot.ts';

/** What the site needs of a snapshot: its shards with their sums, their bytes, the state of its sources. */
export type SnapshotReading = Pick<Snapshot, 'shards' | 'read'> & {
  manifest: Pick<Snapshot['manifest'], 'sources'>;
};
