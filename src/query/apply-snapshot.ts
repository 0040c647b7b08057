import { applyReceipts, forgetReceipts } from './apply-receipts.ts';
import { applyShard, forgetShard, type Reading } from './apply-shard.ts';
import type { DerivedChange, DerivedDb } from './derived-db.ts';
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

/** What brings the derived file in line with a snapshot: only shards that are not those it was made from are read. */
export function snapshotChange(snapshot: SnapshotReading, tag: Tagger): DerivedChange {
  return {
    isCurrent: (db) =>
      RULES.every(({ kind }) => {
        const { gone, changed } = differences(db, snapshot, kind);
        return gone.length + changed.length === 0;
      }),
    apply: (db) => {
      const reading = { parse: paperParser(snapshot), tag };
      for (const rule of RULES) applyKind(db, snapshot, rule, reading);
    },
  };
}

/** Shards that the derived file holds and the snapshot does not, and those that it does not hold as they are. */
function differences(db: DerivedDb, snapshot: SnapshotReading, kind: string) {
  const known = new Map(
    db
      .all('SELECT key, sha256 FROM source WHERE kind = ?', [kind])
      .map(([key, sum]) => [String(key), String(sum)]),
  );
  const shards = snapshot.shards(kind);
  const present = new Set(shards.map(({ key }) => key));
  return {
    gone: [...known.keys()].filter((key) => !present.has(key)),
    changed: shards.filter(({ key, sha256 }) => known.get(key) !== sha256),
  };
}

/** Shards that are gone come first: their papers may have moved to another day's. */
function applyKind(
  db: DerivedDb,
  snapshot: SnapshotReading,
  { kind, apply, forget }: KindRule,
  reading: Reading,
): void {
  const { gone, changed } = differences(db, snapshot, kind);
  for (const key of gone) {
    forget(db, key);
    db.run('DELETE FROM source WHERE kind = ? AND key = ?', [kind, key]);
  }
  for (const { key, path, sha256 } of changed) {
    apply(db, key, snapshot.read(path), reading);
    db.run('INSERT OR REPLACE INTO source VALUES (?, ?, ?)', [kind, key, sha256]);
  }
}
