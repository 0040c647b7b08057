import { applyReceipts, forgetReceipts } from './apply-receipts.ts';
import { applyShard, forgetShard } from './apply-shard.ts';
import type { DerivedDb } from './derived-db.ts';
import type { SnapshotReading } from './snapshot-reading.ts';
import type { Tagger } from './tags.ts';

/** How the shards of one kind reach the derived file; `key` is the day or the month a shard is of. */
interface KindRule {
  apply(db: DerivedDb, key: string, bytes: Buffer, tag: Tagger): void;
  forget(db: DerivedDb, key: string): void;
}

const RULES: Record<string, KindRule> = {
  papers: { apply: applyShard, forget: forgetShard },
  receipts: { apply: applyReceipts, forget: forgetReceipts },
};

/**
 * Applies to the derived file what changed in the snapshot since it was saved: shards that are gone first, as their
 * papers may have moved to another day's.
 * @returns how many shards were applied or forgotten
 */
export function applySnapshot(db: DerivedDb, snapshot: SnapshotReading, tag: Tagger): number {
  let count = 0;
  db.transaction(() => {
    for (const [kind, rule] of Object.entries(RULES))
      count += applyKind(db, snapshot, kind, rule, tag);
  });
  return count;
}

function applyKind(
  db: DerivedDb,
  snapshot: SnapshotReading,
  kind: string,
  rule: KindRule,
  tag: Tagger,
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
    rule.forget(db, key);
    db.run('DELETE FROM source WHERE kind = ? AND key = ?', [kind, key]);
  }
  const changed = shards.filter(({ key, sha256 }) => known.get(key) !== sha256);
  for (const { key, path, sha256 } of changed) {
    rule.apply(db, key, snapshot.read(path), tag);
    db.run('INSERT OR REPLACE INTO source VALUES (?, ?, ?)', [kind, key, sha256]);
  }
  return gone.length + changed.length;
}
