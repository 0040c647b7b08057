import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file below a folder with the sha256 of its bytes and its size, by path. */
export function readTree(folder: string): Map<string, { sha256: string; bytes: number }> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(
    paths.map((path) => {
      const bytes = readFileSync(path);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [relative(folder, path), { sha256, bytes: bytes.length }];
    }),
  );
}

/** Paths whose bytes differ between two trees, or that only one of them has. */
export function differences(
  a: ReturnType<typeof readTree>,
  b: ReturnType<typeof readTree>,
): string[] {
  const paths = new Set([...a.keys(), ...b.keys()]);
  return [...paths].filter((path) => a.get(path)?.sha256 !== b.get(path)?.sha256).sort();
}
