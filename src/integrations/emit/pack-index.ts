import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the packs in the cache folder hold: one line a group. Written last, so that it never names half a pack. */
export interface PackIndex {
  salt: string;
  groups: Record<string, { key: string; files: number }>;
}

const FORM = 1;

const indexFile = (cacheDir: string): string => join(cacheDir, 'index.json');

export const packFile = (cacheDir: string, group: string): string =>
  join(cacheDir, 'packs', `${group}.pack`);

/** The index of the last build when it used the same salt; else an empty one, and the packs are dropped. */
export function readPackIndex(cacheDir: string, salt: string): PackIndex {
  const file = indexFile(cacheDir);
  if (existsSync(file)) {
    const found: PackIndex & { form?: number } = JSON.parse(readFileSync(file, 'utf8'));
    if (found.form === FORM && found.salt === salt) return found;
  }
  rmSync(join(cacheDir, 'packs'), { recursive: true, force: true });
  return { salt, groups: {} };
}

export function writePackIndex(cacheDir: string, index: PackIndex): void {
  mkdirSync(cacheDir, { recursive: true });
  const half = `${indexFile(cacheDir)}.tmp`;
  writeFileSync(half, JSON.stringify({ form: FORM, ...index }));
  renameSync(half, indexFile(cacheDir));
}
