import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../query/archive.ts';
import { digest } from '../query/digest.ts';
import type { DataFile } from './data-manifest.ts';
import { ndjsonPath } from './data-paths.ts';
import { place } from './place-file.ts';

/** Announcement days that are published line by line: six weeks. The others are in Parquet and in the repository. */
export const NDJSON_DAYS = 30;

/**
 * The records of the newest announcement days as the snapshot holds them, a paper a line. A day that did not change comes
 * out of the cache; days that have grown old leave it.
 * @returns newest first, as the manifest names them
 */
export function writeNdjson(
  archive: Archive,
  { outDir, cacheDir, salt }: { outDir: string; cacheDir: string; salt: string },
): DataFile[] {
  const used = new Set<string>();
  const files = archive
    .paperDays()
    .slice(0, NDJSON_DAYS)
    .map(({ date, key }) => {
      const name = `${date}.${digest(salt, key)}.ndjson`;
      used.add(name);
      const cached = join(cacheDir, name);
      if (!existsSync(cached)) {
        const lines = archive.papersOf(date).map(({ paper }) => `${JSON.stringify(paper)}\n`);
        writeFileSync(cached, lines.join(''));
      }
      return place(cached, outDir, ndjsonPath(date), (bytes) => ({
        kind: 'ndjson',
        day: date,
        rows: bytes.toString('utf8').split('\n').length - 1,
      }));
    });
  for (const name of readdirSync(cacheDir))
    if (name.endsWith('.ndjson') && !used.has(name)) rmSync(join(cacheDir, name));
  return files;
}
