import { kindOfShard } from '../store/plain-kind.ts';
import { parseManifest, serialiseManifest, type Manifest } from '../store/manifest.ts';
import { mergeSnapshots } from '../store/merge-snapshots.ts';
import { parseShard } from '../store/shard.ts';
import { SnapshotError } from '../store/snapshot-error.ts';
import type { ReadableSnapshot } from '../store/snapshot-of-commit.ts';

/** What becomes of the snapshot of a commit: files by path below `data/`, the manifest among them not. */
export interface SnapshotChange {
  manifest: Manifest;
  manifestBytes: Buffer;
  files: ReadonlyMap<string, Buffer>;
  removed: string[];
  /** Whether records of two sides came together. */
  merged: boolean;
}

/**
 * The change that brings a run's snapshot onto a commit. Where the commit holds what the run began with, that is the
 * run's snapshot itself; else the two are merged, record by record.
 *
 * @param onto the snapshot of the commit that is to be followed
 * @param incoming what the run made
 * @param begun the snapshot that the run began with
 * @returns `null` when the commit holds it all already
 * @throws {SnapshotError} when a file of either is damaged or no shard
 */
export function snapshotChange(
  onto: ReadableSnapshot,
  incoming: ReadableSnapshot,
  begun: ReadableSnapshot,
): SnapshotChange | null {
  const merged = onto.fingerprint !== begun.fingerprint;
  const change = merged ? merge(onto, incoming, begun) : replace(onto, incoming);
  if (change.manifestBytes.equals(serialiseManifest(onto.manifest))) return null;
  for (const [path, bytes] of change.files) checkShard(path, bytes, change.manifest);
  const removed = Object.keys(onto.manifest.files).filter((path) => !change.manifest.files[path]);
  return { ...change, removed, merged };
}

type Parts = Pick<SnapshotChange, 'manifest' | 'manifestBytes' | 'files'>;

function replace(onto: ReadableSnapshot, incoming: ReadableSnapshot): Parts {
  const { manifest } = incoming;
  const changed = Object.keys(manifest.files).filter(
    (path) => manifest.files[path]?.sha256 !== onto.manifest.files[path]?.sha256,
  );
  const files = new Map(changed.map((path) => [path, incoming.read(path)]));
  return { manifest, manifestBytes: serialiseManifest(manifest), files };
}

function merge(onto: ReadableSnapshot, incoming: ReadableSnapshot, begun: ReadableSnapshot): Parts {
  const { manifest: manifestBytes, files } = mergeSnapshots(onto, incoming, [], begun);
  return { manifest: parseManifest(manifestBytes, 'the merged manifest'), manifestBytes, files };
}

/** A shard whose bytes fit the manifest may still be none: what is pushed is read once before. */
function checkShard(path: string, bytes: Buffer, { files }: Manifest): void {
  const { length } = parseShard(bytes, kindOfShard(path), path);
  if (length === files[path]?.rows) return;
  const rows = files[path]?.rows ?? 0;
  throw new SnapshotError('damaged', `${path} has ${length} records; its manifest says ${rows}`);
}
