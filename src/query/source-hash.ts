import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash over source files: what was computed by older code is computed again. Tests are left out.
 * @param patterns globs relative to `root`
 * @throws when none matches, as the root is then not that of the repository
 */
export function sourceHash(patterns: readonly string[], root = process.cwd()): string {
  const files = globSync(patterns, {
    cwd: root,
    exclude: (path) => path.endsWith('.test.ts'),
  }).sort();
  if (files.length === 0) {
    throw new Error(
      `no sources below ${root} (${patterns.join(', ')}): run from the root of the repository`,
    );
  }
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
