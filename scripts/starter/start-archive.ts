import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { papers } from '../../src/store/kinds.ts';
import { emptyManifest, serialiseManifest, type Manifest } from '../../src/store/manifest.ts';
import { serialiseShard, shardPath } from '../../src/store/shard.ts';
import { sha256 } from '../../src/store/sha256.ts';
import { writeSnapshot, type WriteEffects } from '../../src/store/write-snapshot.ts';
import type { Paper } from '../../src/paper.ts';
import type { AnyKind } from '../../src/store/plain-kind.ts';
import type { StoredRecord } from '../../src/store/record-kind.ts';

/** Records of one kind that an archive begins with beside its papers. */
export interface StarterList {
  kind: AnyKind;
  records: readonly StoredRecord[];
}

/** Whether anything was written, and how many records of each kind gave way to it. */
export interface Started {
  changed: boolean;
  replaced: Map<string, number>;
}

/** The folder holds an archive that the new one would replace. */
export class ArchiveInPlaceError extends Error {
  override readonly name = 'ArchiveInPlaceError';
}

/**
 * Begins an archive with these papers and lists, whole or not at all: shards, and a manifest in which no source has been asked yet.
 * What the folder holds beside the snapshot (lists kept by hand) stays.
 *
 * @param replace whether an archive in the folder may give way
 * @throws {ArchiveInPlaceError} when there is one and it may not
 * @throws {SnapshotError} as the store does
 */
export function startArchive(
  dir: string,
  start: readonly Paper[],
  replace: boolean,
  lists: readonly StarterList[] = [],
  effects: WriteEffects = {},
): Started {
  const base = openSnapshot(dir, { cacheFile: null });
  const files = new Map(
    [{ kind: papers, records: start }, ...lists].flatMap((list) => shardsOf(list)),
  );
  const manifest = serialiseManifest(manifestOf(files));
  if (base.fingerprint === sha256(manifest)) return { changed: false, replaced: new Map() };
  const held = recordsByKind(base.manifest);
  if (held.size > 0 && !replace) throw new ArchiveInPlaceError(inPlace(dir, held));
  const journal = {
    base: base.fingerprint,
    manifest,
    files: new Map([...files].map(([path, { bytes }]) => [path, bytes])),
  };
  writeSnapshot(dir, journal, effects);
  return { changed: true, replaced: held };
}

interface Shard {
  bytes: Buffer;
  rows: number;
}

function shardsOf({ kind, records }: StarterList): [path: string, shard: Shard][] {
  const byShard = Map.groupBy(records, (record) => shardPath(kind.name, kind.shardOf(record)));
  return [...byShard].map(([path, held]) => [
    path,
    { bytes: serialiseShard(held, kind), rows: held.length },
  ]);
}

function manifestOf(shards: ReadonlyMap<string, Shard>): Manifest {
  const files = [...shards].map(
    ([path, { bytes, rows }]) =>
      [path, { sha256: sha256(bytes), bytes: bytes.length, rows }] as const,
  );
  return { ...emptyManifest(), files: Object.fromEntries(files) };
}

function recordsByKind({ files }: Manifest): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path, { rows }] of Object.entries(files)) {
    const kind = path.slice(0, path.indexOf('/'));
    counts.set(kind, (counts.get(kind) ?? 0) + rows);
  }
  return counts;
}

function inPlace(dir: string, held: ReadonlyMap<string, number>): string {
  const counts = [...held].map(([kind, rows]) => `${rows} ${kind}`).join(', ');
  return (
    `${dir} holds an archive (${counts}); nothing was changed. ` +
    'To begin anew in its place: `npm run starter -- --replace`; what it holds stays in the history of git.'
  );
}
