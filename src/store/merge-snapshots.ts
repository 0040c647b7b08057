import { canonicalJson, compareText } from './canonical-json.ts';
import type { Journal } from './journal.ts';
import { SCHEMA_VERSION, serialiseManifest, type Manifest, type SourceEntry } from './manifest.ts';
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
 * @param kinds of records beside papers and receipts, whose rule of merging is to be used
 * @returns what becomes of `ours`, to be written by `writeSnapshot`
 * @throws {SnapshotError} `outdated` when one is in an older form, `damaged` when one cannot be read
 */
export function mergeSnapshots(
  ours: ReadableSnapshot,
  theirs: ReadableSnapshot,
  kinds: readonly AnyKind[] = [],
): Journal {
  for (const side of [ours, theirs]) refuseOldForm(side);
  const differing = differingPaths(ours, theirs);
  const merged = new Map<string, Placed>();
  for (const side of [ours, theirs]) {
    for (const path of differing) addShard(merged, side, path, kinds);
  }
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
    ...mergedFields(ours.manifest, theirs.manifest),
    files: entries,
  });
  return { base: ours.fingerprint, manifest, files };
}

interface Placed {
  record: StoredRecord;
  path: string;
}

function addShard(
  merged: Map<string, Placed>,
  side: ReadableSnapshot,
  path: string,
  kinds: readonly AnyKind[],
): void {
  if (!(path in side.manifest.files)) return;
  const kind = kindOfShard(path, kinds);
  for (const record of parseShard(side.read(path), kind, path)) {
    const key = `${kind.name} ${kind.idOf(record)}`;
    const known = merged.get(key);
    const next = known === undefined ? record : kind.merge(known.record, record);
    // A plain kind keeps a record where the side had it that it comes from.
    const from = known !== undefined && next === known.record ? known.path : path;
    const place = kindOfShard(from, kinds);
    merged.set(key, { record: next, path: shardPath(place.name, place.shardOf(next)) });
  }
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

/** Sources by the side that heard of them last; fields of a fork or of a newer program by content. */
function mergedFields(ours: Manifest, theirs: Manifest): Manifest {
  const both = new Map<string, unknown>(Object.entries(ours));
  for (const [field, value] of Object.entries(theirs)) {
    const known = both.get(field);
    const greater = compareText(canonicalJson(known ?? null), canonicalJson(value)) >= 0;
    if (known === undefined || !greater) both.set(field, value);
  }
  const sources = { ...ours.sources };
  for (const [name, entry] of Object.entries(theirs.sources)) {
    const known = sources[name];
    sources[name] = known === undefined ? entry : mergedSource(known, entry);
  }
  return { ...Object.fromEntries(both), schema_version: SCHEMA_VERSION, files: {}, sources };
}

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
