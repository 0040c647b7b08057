/** The snapshot as others see it: what is read from it, and what a run asks to change. */
import type { Day, Paper, PaperId } from '../paper.ts';
import type { FileEntry, Manifest, SourceEntry } from './manifest.ts';
import type { Receipt } from './receipts.ts';
import type { RecordKind, StoredRecord } from './record-kind.ts';

/** One file of the snapshot, by its path below `data/`. */
export interface ShardRef extends FileEntry {
  /** `papers/2026/2026-11-23.ndjson` */
  path: string;
  /** What the shard is of: `2026-11-23` for papers, `2026-11` for kinds kept by month. */
  key: string;
}

/** A consistent state of `data/`. Every read is checked against the manifest; nothing is read before it is asked for. */
export interface Snapshot {
  dir: string;
  manifest: Manifest;
  /** The sha256 of the manifest's bytes; `null` for a folder that holds no snapshot yet. */
  fingerprint: string | null;
  /** Where the ids of shards are remembered; `null` for nowhere. */
  cacheFile: string | null;
  /** Shards of a kind (papers when not named), oldest first. */
  shards(kind?: string): ShardRef[];
  /** The bytes of one file, checked. */
  read(path: string): Buffer;
  /** Records of these ids; an id the archive does not hold is not in the map. Parses no other record. */
  find(ids: Iterable<PaperId>): Map<PaperId, Paper>;
  /** The shards that hold these ids of a kind. */
  locate(kind: string, ids: Iterable<string>): Map<string, string>;
  /** Papers of one announcement date, by id. */
  papersOf(day: Day): Paper[];
  /** Every paper, by announcement date and id. Holds one shard at a time. */
  allPapers(): Generator<Paper>;
  /** Every record of another kind, by shard and id. */
  records<T extends StoredRecord>(kind: RecordKind<T>): Generator<T>;
  /** Receipts, oldest month first. */
  receipts(): Generator<Receipt>;
}

/** Records to put in place of what the snapshot holds under the same ids. */
export interface RecordChange<T extends StoredRecord> {
  kind: RecordKind<T>;
  upsert: T[];
  /** Ids that leave the snapshot, each with the reason. Nothing leaves it otherwise. */
  remove?: { id: string; why: string }[];
}

/** A change of any kind. */
// oxlint-disable-next-line typescript/no-explicit-any -- a kind is used with its own records only
export type AnyRecordChange = RecordChange<any>;

/** What a run changes: whole records that are merged already, states of sources, receipts. */
export interface Changes {
  /** The snapshot that the changes were computed from; when another run changed it since, the commit is refused. */
  base: Snapshot;
  papers?: Paper[];
  /** Of other kinds; a kind at most once. */
  records?: AnyRecordChange[];
  receipts?: Receipt[];
  /** States by name of source; sources not named keep theirs. */
  sources?: Record<string, SourceEntry>;
}

export interface CommitResult {
  /** `false`: the bytes are what they were, and nothing was written. */
  changed: boolean;
  /** The files written or removed, by path below `data/`. */
  written: string[];
  removed: string[];
  fingerprint: string | null;
}
