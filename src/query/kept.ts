import { readFileSync } from 'node:fs';
import { replaceFile } from '../store/replace-file.ts';

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
  replaceFile(file, JSON.stringify({ key, value }));
}
