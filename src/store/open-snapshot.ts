import { join } from 'node:path';
import type { Day, Paper, PaperId } from '../paper.ts';
import { realFileSystem, type FileSystem } from './file-system.ts';
import { buildIdIndex, defaultCacheFile, type IdIndex } from './id-index.ts';
import { findJournal } from './journal.ts';
import { papers, receipts } from './kinds.ts';
import {
  emptyManifest,
  MANIFEST,
  parseManifest,
  SCHEMA_VERSION,
  type Manifest,
} from './manifest.ts';
import { MIGRATIONS, migrateRecord, type Migration } from './migrations.ts';
import { changedWhileRead, checkedReader, fingerprintOf } from './read-checked.ts';
import type { RecordKind, StoredRecord } from './record-kind.ts';
import { linesById, shardOfPath, shardPath } from './shard.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { ShardRef, Snapshot } from './snapshot.ts';

export interface OpenEffects {
  files?: FileSystem;
  /** Where the id index is kept; `null` for nowhere. `.cache/ids.txt` beside the data folder when not said. */
  cacheFile?: string | null;
  warn?: (message: string) => void;
  /** The form that records are given in, and the steps to it. */
  target?: number;
  migrations?: readonly Migration[];
}

/** Shards held that records were found in: who looks a record up is about to change it. */
const KEPT = 64;

/**
 * Opens a snapshot for reading: its manifest is read, shards only when asked for, and each checked against the manifest.
 * A change that an interrupted run had committed is seen whole, one that it had not is not seen. Writes nothing but the
 * cache. A folder that does not exist, or has no manifest, is an empty snapshot.
 *
 * @param dir the data folder
 * @throws {SnapshotError} `damaged` or `newer`, here and at each read
 */
export function openSnapshot(dir: string, effects: OpenEffects = {}): Snapshot {
  const {
    files = realFileSystem,
    warn = console.warn,
    cacheFile = defaultCacheFile(dir),
  } = effects;
  const { target = SCHEMA_VERSION, migrations = MIGRATIONS } = effects;
  const journal = findJournal(dir, files);
  const manifest = journal.manifest
    ? parseManifest(journal.manifest, join(dir, MANIFEST), target)
    : startOf(dir, files);
  const readAnew = checkedReader(dir, manifest, journal, files);
  const kept = new Map<string, Buffer>();
  const read = (path: string) => kept.get(path) ?? readAnew(path);
  const paths = Object.keys(manifest.files).sort();
  let index: IdIndex | undefined;

  /** The form of a checked line was checked when it was written. */
  function parse<T extends StoredRecord>(text: string, kind: RecordKind<T>): T {
    const record: T = JSON.parse(text);
    if (manifest.schema_version === target) return record;
    const path = { from: manifest.schema_version, target, migrations };
    return kind.parse(migrateRecord(record, kind.name, path));
  }

  function locate(kind: string, ids: Iterable<string>): Map<string, string> {
    index ??= buildIdIndex({
      shards: new Map(paths.map((path) => [path, manifest.files[path]?.sha256 ?? ''])),
      read,
      cacheFile,
      files,
      warn,
    });
    const located = new Map<string, string>();
    for (const id of ids) {
      const path = index.pathOf(kind, id);
      if (path !== undefined) located.set(id, path);
    }
    return located;
  }

  function shards(kind: string = papers.name): ShardRef[] {
    return paths.flatMap((path) => {
      const entry = manifest.files[path];
      const of = shardOfPath(path);
      return entry && of.kind === kind ? [{ ...entry, path, key: of.key }] : [];
    });
  }

  function* records<T extends StoredRecord>(kind: RecordKind<T>): Generator<T> {
    for (const { path } of shards(kind.name)) yield* recordsIn(path, kind);
  }

  function* recordsIn<T extends StoredRecord>(path: string, kind: RecordKind<T>): Generator<T> {
    for (const line of read(path).toString('utf8').split('\n')) {
      if (line !== '') yield parse(line, kind);
    }
  }

  return {
    dir,
    manifest,
    fingerprint: fingerprintOf(journal.manifest),
    cacheFile,
    read,
    shards,
    locate,
    records,
    find(ids) {
      const found = new Map<PaperId, Paper>();
      const located = [...locate(papers.name, ids)];
      for (const [path, wanted] of Map.groupBy(located, ([, shard]) => shard)) {
        const inShard = new Set(wanted.map(([id]) => id));
        const shard = read(path);
        if (kept.size < KEPT) kept.set(path, shard);
        for (const { id, line } of linesById(shard)) {
          if (inShard.has(id)) found.set(id, parse(line.toString('utf8'), papers));
        }
      }
      return found;
    },
    papersOf(day: Day) {
      const path = shardPath(papers.name, day);
      return path in manifest.files ? [...recordsIn(path, papers)] : [];
    },
    allPapers: () => records(papers),
    receipts: () => records(receipts),
  };
}

/** A folder without manifest is a beginning, unless papers lie in it: then the manifest is lost, and must not be made anew. */
function startOf(dir: string, files: FileSystem): Manifest {
  const papersDir = join(dir, papers.name);
  const found = files.existsSync(papersDir)
    ? files.readdirSync(papersDir, { recursive: true })
    : [];
  const shard = found.map(String).find((name) => name.endsWith('.ndjson'));
  if (shard === undefined) return emptyManifest();
  if (findJournal(dir, files).manifest !== null) throw changedWhileRead(dir, shard);
  throw new SnapshotError(
    'damaged',
    `${join(dir, MANIFEST)} is missing, and ${join(papersDir, shard)} is there. Run \`npm run repair\`.`,
  );
}
