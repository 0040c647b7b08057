import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What an earlier build kept in `file` under the same `key`, else `null`: a file that is missing or cut off costs the
 * time to compute again.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- written by `writeKept` alone, as what the caller names
export function readKept<T>(file: string, key: string): T | null {
  try {
    const kept: { key: string; value: T } = JSON.parse(readFileSync(file, 'utf8'));
    return kept.key === key ? kept.value : null;
  } catch {
    return null;
  }
}

/** Keeps a value for the next build; the file is replaced whole. */
export function writeKept(file: string, key: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.tmp`;
  writeFileSync(half, JSON.stringify({ key, value }));
  renameSync(half, file);
}
