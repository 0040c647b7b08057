import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Manifest } from '../store/manifest.ts';
import type { SnapshotReading } from './snapshot-reading.ts';

/** Opens the snapshot for reading. A folder without a manifest is an archive without papers. */
export function openSnapshotPlain(dataDir: string): SnapshotReading {
  const file = join(dataDir, 'manifest.json');
  const manifest = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest)
    : { files: {}, sources: {}, schema_version: 1 };
  return {
    manifest,
    shards: (kind = 'papers') =>
      Object.entries(manifest.files)
        .filter(([path]) => path.startsWith(`${kind}/`))
        .map(([path, entry]) => ({ ...entry, path, key: basename(path, '.ndjson') }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    read(path) {
      const bytes = readFileSync(join(dataDir, path));
      if (createHash('sha256').update(bytes).digest('hex') !== manifest.files[path]?.sha256) {
        throw new Error(
          `${join(dataDir, path)} is not the file that manifest.json names (sha256 differs). Run \`npm run doctor\`.`,
        );
      }
      return bytes;
    },
  };
}
