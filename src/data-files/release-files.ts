/** What a weekly release holds: the snapshot, every paper as SQLite and Parquet, the bill of materials, and the checksums of all. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Archive } from '../query/archive.ts';
import { sha256 } from '../query/digest.ts';
import { packSnapshot } from '../store/pack-snapshot.ts';
import { verifySnapshot } from '../store/verify-snapshot.ts';
import { SnapshotError } from '../store/snapshot-error.ts';
import { makeDataFiles } from './make-data-files.ts';
import { SQLITE_PATH } from './data-paths.ts';

export interface ReleasePlaces {
  dataDir: string;
  cacheDir: string;
  /** Emptied first. */
  outDir: string;
  salt: string;
}

/**
 * Makes the files of a release.
 * @param billOfMaterials CycloneDX, as `npm sbom` writes it
 * @returns their names, checksums last
 * @throws {SnapshotError} `damaged` when a file of the snapshot is not as its manifest says
 */
export async function makeReleaseFiles(
  archive: Archive,
  billOfMaterials: string,
  { dataDir, cacheDir, outDir, salt }: ReleasePlaces,
): Promise<string[]> {
  const { problems } = verifySnapshot(dataDir);
  if (problems.length > 0)
    throw new SnapshotError('damaged', problems.map(({ message }) => message).join('\n'));
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const made = join(cacheDir, 'release');
  rmSync(made, { recursive: true, force: true });
  const data = { outDir: made, cacheDir: join(cacheDir, 'data-files'), salt, whole: true };
  await makeDataFiles(archive, data);
  packSnapshot(dataDir, join(outDir, 'snapshot.tar.gz'));
  copyFileSync(join(dataDir, 'manifest.json'), join(outDir, 'manifest.json'));
  copyFileSync(join(made, SQLITE_PATH), join(outDir, basename(SQLITE_PATH)));
  // one asset; Parquet is compressed within
  execFileSync('tar', ['-cf', resolve(outDir, 'parquet.tar'), '-C', join(made, 'data'), 'papers']);
  writeFileSync(join(outDir, 'sbom.cdx.json'), billOfMaterials);
  const names = readdirSync(outDir).sort();
  const sums = names.map((name) => `${sha256(readFileSync(join(outDir, name)))}  ${name}\n`);
  writeFileSync(join(outDir, 'SHA256SUMS'), sums.join(''));
  rmSync(made, { recursive: true });
  return [...names, 'SHA256SUMS'];
}
