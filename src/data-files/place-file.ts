import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../query/digest.ts';
import type { DataFile } from './data-manifest.ts';

type Facts = Pick<DataFile, 'kind' | 'rows' | 'month' | 'day' | 'from'>;

/**
 * Copies a file of the cache into the site.
 * @param path below the site's root
 * @param facts what it holds, or how that is told from its bytes
 * @returns its line in the manifest
 */
export function place(
  from: string,
  outDir: string,
  path: string,
  facts: Facts | ((bytes: Buffer) => Facts),
): DataFile {
  const to = join(outDir, path);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  const bytes = readFileSync(to);
  const told = typeof facts === 'function' ? facts(bytes) : facts;
  return { path, ...told, bytes: bytes.byteLength, sha256: sha256(bytes) };
}
