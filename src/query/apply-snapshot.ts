import { applyReceipts, forgetReceipts } from './apply-receipts.ts';
import { applyShard, forgetShard, type Reading } from './apply-shard.ts';
import type { DerivedDb } from './derived-db.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';
import type { Tagger } from './tags.ts';

/** How the shards of one kind reach the derived file; `key` is the day or the month a shard is of. */
interface KindRule {
  kind: string;
  apply: (db: DerivedDb, key: string, bytes: Buffer, reading: Reading) => void;
  forget: (db: DerivedDb, key: string) => void;
}

const RULES: readonly KindRule[] = [
  { kind: 'papers', apply: applyShard, forget: forgetShard },
  { kind: 'receipts', apply: applyReceipts, forget: forgetReceipts },
];

/**
 * Applies to the derived file what changed in the snapshot since it was saved.
 * @returns how many shards were applied or forgotten
 */
export function applySnapshot(db: DerivedDb, snapshot: SnapshotReading, tag: Tagger): number {
  const reading = { parse: paperParser(snapshot), tag };
  let count = 0;
  db.transaction(() => {
    for (const rule of RULES) count += applyKind(db, snapshot, rule, reading);
  });
  return count;
}

/** Shards that are gone come first: their papers may have moved to another day's. */
function applyKind(
  db: DerivedDb,
  snapshot: SnapshotReading,
  { kind, apply, forget }: KindRule,
  reading: Reading,
): number {
  const known = new Map(
    db
      .all('SELECT key, sha256 FROM source WHERE kind = ?', [kind])
      .map(([key, sum]) => [String(key), String(sum)]),
  );
  const shards = snapshot.shards(kind);
  const present = new Set(shards.map(({ key }) => key));
  const gone = [...known.keys()].filter((key) => !present.has(key));
  for (const key of gone) {
    forget(db, key);
    db.run('DELETE FROM source WHERE kind = ? AND key = ?', [kind, key]);
  }
  const changed = shards.filter(({ key, sha256 }) => known.get(key) !== sha256);
  for (const { key, path, sha256 } of changed) {
    apply(db, key, snapshot.read(path), reading);
    db.run('INSERT OR REPLACE INTO source VALUES (?, ?, ?)', [kind, key, sha256]);
  }
  return gone.length + changed.length;
}
