import { receipts } from '../store/kinds.ts';
import type { Receipt } from '../store/receipts.ts';
import { parseShard, shardOfPath } from '../store/shard.ts';
import type { ReadableSnapshot } from '../store/snapshot-of-commit.ts';
import type { SnapshotChange } from './snapshot-change.ts';

/** The receipts that a change adds or puts right, in the order of their shards. */
export function newReceipts(onto: ReadableSnapshot, { files }: SnapshotChange): Receipt[] {
  return [...files].flatMap(([path, bytes]) => {
    if (shardOfPath(path).kind !== receipts.name) return [];
    const before = path in onto.manifest.files ? onto.read(path).toString('utf8') : '';
    const known = new Set(before.split('\n'));
    const lines = bytes.toString('utf8').split('\n');
    // one record a line, in the same order
    return parseShard(bytes, receipts, path).filter((_, i) => !known.has(lines[i] ?? ''));
  });
}
