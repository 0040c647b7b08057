import { join } from 'node:path';
import { readIfThere, realFileSystem } from './file-system.ts';
import type { History } from './git-history.ts';
import { installSnapshot } from './install-snapshot.ts';
import { MANIFEST, emptyManifest, parseManifest, type Manifest } from './manifest.ts';
import { kindOfShard } from './plain-kind.ts';
import type { Repair, RepairOptions } from './repair.ts';
import { sha256 } from './sha256.ts';
import { parseShard } from './shard.ts';
import { shardsIn } from './verify-snapshot.ts';

/** A manifest of what lies in place, provided that every shard of it parses. Sources keep their states as far as known. */
export function rebuildManifest(
  dir: string,
  { history, kinds, ...effects }: RepairOptions,
  done: string[],
): Repair {
  const files: Manifest['files'] = {};
  const shards = new Map<string, Buffer>();
  for (const path of shardsIn(dir)) {
    const bytes = realFileSystem.readFileSync(join(dir, path));
    const rows = parseShard(bytes, kindOfShard(path, kinds), path).length;
    files[path] = { sha256: sha256(bytes), bytes: bytes.length, rows };
    shards.set(path, bytes);
  }
  const known = lastKnown(dir, history);
  const gone = Object.keys(known.files).filter((path) => !shards.has(path));
  const manifest = { ...known, files };
  const read = (path: string) => shards.get(path) ?? Buffer.alloc(0);
  const { keptAside } = installSnapshot(dir, { dir, manifest, fingerprint: null, read }, effects);
  const what = `Made a manifest of the ${shards.size} shards in place.`;
  const lost = gone.map((path) => `${path} was in the manifest before, and is not there.`);
  return { done: [...done, what, ...lost], keptAside };
}

function lastKnown(dir: string, history: History): Manifest {
  const inPlace = readIfThere(join(dir, MANIFEST), realFileSystem);
  const committed = history.commitsOf(MANIFEST).map((commit) => history.show(commit, MANIFEST));
  for (const bytes of [inPlace, ...committed]) {
    try {
      if (bytes !== null) return parseManifest(bytes, MANIFEST);
    } catch {
      // The next older one may be whole.
    }
  }
  return emptyManifest();
}
