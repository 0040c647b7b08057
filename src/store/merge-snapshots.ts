import { canonicalJson, compareText } from './canonical-json.ts';
import type { Journal } from './journal.ts';
import { papers, receipts } from './kinds.ts';
import {
  emptyManifest,
  SCHEMA_VERSION,
  serialiseManifest,
  type Manifest,
  type SourceEntry,
} from './manifest.ts';
import { kindOfShard, type AnyKind } from './plain-kind.ts';
import type { StoredRecord } from './record-kind.ts';
import { parseShard, serialiseShard, shardPath } from './shard.ts';
import { sha256 } from './sha256.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { ReadableSnapshot } from './snapshot-of-commit.ts';

/**
 * All that two snapshots hold together, record by record: for a push that lost a race, and for a fork that takes over
 * another's archive. Commutative: both sides come to the same bytes. Reads only the shards in which they differ.
 *
 * Where the snapshot is known that both began with, what one side alone changed is as that side left it, and what one
 * side alone removed is gone; but papers and receipts are never removed by a merge.
 *
 * @param kinds of records beside papers and receipts, whose rule of merging is to be used
 * @param begun what both sides began with; `null` when that is not known
 * @returns what becomes of `ours`, to be written by `writeSnapshot`
 * @throws {SnapshotError} `outdated` when one is in an older form, `damaged` when one cannot be read
 */
export function mergeSnapshots(
  ours: ReadableSnapshot,
  theirs: ReadableSnapshot,
  kinds: readonly AnyKind[] = [],
  begun: ReadableSnapshot | null = null,
): Journal {
  for (const side of [ours, theirs]) refuseOldForm(side);
  const ancestor = begun?.manifest.schema_version === SCHEMA_VERSION ? begun : null;
  const differing = differingPaths(ours, theirs);
  const merged = mergedRecords(
    recordsOf(ours, differing, kinds),
    recordsOf(theirs, differing, kinds),
    ancestor ? recordsOf(ancestor, differing, kinds) : new Map(),
    kinds,
  );
  // A merged record lies where one side has it. Should a kind's rule ever place it elsewhere, that shard is kept whole.
  const places = new Set([...merged.values()].map(({ path }) => path));
  for (const path of places) {
    if (!differing.has(path)) addShard(merged, ours, path, kinds);
  }
  const shards = Map.groupBy(merged.values(), ({ path }) => path);
  const files = new Map<string, Buffer>();
  const entries = { ...ours.manifest.files };
  for (const path of differing) delete entries[path];
  for (const [path, placed] of shards) {
    const records = placed.map(({ record }) => record);
    const bytes = serialiseShard(records, kindOfShard(path, kinds));
    entries[path] = { sha256: sha256(bytes), bytes: bytes.length, rows: records.length };
    if (entries[path].sha256 !== ours.manifest.files[path]?.sha256) files.set(path, bytes);
  }
  const manifest = serialiseManifest({
    ...mergedFields(ours.manifest, theirs.manifest, ancestor?.manifest ?? emptyManifest()),
    files: entries,
  });
  return { base: ours.fingerprint, manifest, files };
}

interface Placed {
  kind: AnyKind;
  record: StoredRecord;
  path: string;
}

/** By kind and id. */
type Records = Map<string, Placed>;

function recordsOf(
  side: ReadableSnapshot,
  paths: Iterable<string>,
  kinds: readonly AnyKind[],
): Records {
  const records: Records = new Map();
  for (const path of paths) addShard(records, side, path, kinds);
  return records;
}

function addShard(
  into: Records,
  side: ReadableSnapshot,
  path: string,
  kinds: readonly AnyKind[],
): void {
  if (!(path in side.manifest.files)) return;
  const kind = kindOfShard(path, kinds);
  for (const record of parseShard(side.read(path), kind, path)) {
    const key = `${kind.name} ${kind.idOf(record)}`;
    const known = into.get(key);
    const placed = { kind, record, path };
    into.set(key, inPlace(known ? both(known, placed) : placed, kinds));
  }
}

function mergedRecords(
  ours: Records,
  theirs: Records,
  begun: Records,
  kinds: readonly AnyKind[],
): Records {
  const merged: Records = new Map();
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const placed = mergedRecord(ours.get(key), theirs.get(key), begun.get(key));
    if (placed !== null) merged.set(key, inPlace(placed, kinds));
  }
  return merged;
}

/** `null`: removed by one side, and left as it was by the other. */
function mergedRecord(a?: Placed, b?: Placed, begun?: Placed): Placed | null {
  if (begun !== undefined) {
    if (isSame(a, begun)) return b ?? (isKept(begun) ? begun : null);
    if (isSame(b, begun)) return a ?? (isKept(begun) ? begun : null);
  }
  if (a !== undefined && b !== undefined) return both(a, b);
  return a ?? b ?? null;
}

const isKept = ({ kind }: Placed): boolean =>
  kind.name === papers.name || kind.name === receipts.name;

function isSame(side: Placed | undefined, begun: Placed): boolean {
  return side !== undefined && canonicalJson(side.record) === canonicalJson(begun.record);
}

function both(a: Placed, b: Placed): Placed {
  const record: StoredRecord = a.kind.merge(a.record, b.record);
  // A plain kind keeps a record where the side had it that it comes from.
  const { kind, path } = record === a.record ? a : b;
  return { kind, record, path };
}

/** Where the kind's rule places a record. */
function inPlace({ kind, record, path }: Placed, kinds: readonly AnyKind[]): Placed {
  const place = kindOfShard(path, kinds);
  return { kind, record, path: shardPath(place.name, place.shardOf(record)) };
}

function differingPaths(ours: ReadableSnapshot, theirs: ReadableSnapshot): Set<string> {
  const paths = new Set([
    ...Object.keys(ours.manifest.files),
    ...Object.keys(theirs.manifest.files),
  ]);
  const differs = (path: string) =>
    ours.manifest.files[path]?.sha256 !== theirs.manifest.files[path]?.sha256;
  return new Set([...paths].filter(differs));
}

/**
 * A source that one side alone heard of as that side has it, else by the side that heard of it last; fields of a fork or
 * of a newer program by content.
 */
function mergedFields(ours: Manifest, theirs: Manifest, begun: Manifest): Manifest {
  const fields = new Map<string, unknown>(Object.entries(ours));
  for (const [field, value] of Object.entries(theirs)) {
    const known = fields.get(field);
    const greater = compareText(canonicalJson(known ?? null), canonicalJson(value)) >= 0;
    if (known === undefined || !greater) fields.set(field, value);
  }
  const sources = { ...ours.sources };
  for (const [name, entry] of Object.entries(theirs.sources)) {
    const known = sources[name];
    const before = begun.sources[name];
    if (known === undefined || isEqual(known, before)) sources[name] = entry;
    else if (!isEqual(entry, before)) sources[name] = mergedSource(known, entry);
  }
  return { ...Object.fromEntries(fields), schema_version: SCHEMA_VERSION, files: {}, sources };
}

const isEqual = (entry: SourceEntry, before: SourceEntry | undefined): boolean =>
  before !== undefined && canonicalJson(entry) === canonicalJson(before);

function mergedSource(a: SourceEntry, b: SourceEntry): SourceEntry {
  const order =
    compareText(a.last_success ?? '', b.last_success ?? '') ||
    compareText(a.since, b.since) ||
    compareText(canonicalJson(a), canonicalJson(b));
  const news = [a.last_new, b.last_new].filter((instant) => instant !== null).sort();
  return { ...(order >= 0 ? a : b), last_new: news.at(-1) ?? null };
}

function refuseOldForm({ dir, manifest }: ReadableSnapshot): void {
  if (manifest.schema_version === SCHEMA_VERSION) return;
  throw new SnapshotError(
    'outdated',
    `${dir} has schema_version ${manifest.schema_version}; bring it to ${SCHEMA_VERSION} first: \`npm run migrate\`.`,
  );
}
