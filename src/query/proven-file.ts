import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { sha256 } from './digest.ts';

const proofOf = (file: string): string => `${file}.sha256`;

/** Whether a file holds the very bytes that were put there by `placeProven`: a disk or an archive of it may have erred. */
export function isProven(file: string): boolean {
  try {
    return readFileSync(proofOf(file), 'utf8') === `${sha256(readFileSync(file))}\n`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Puts `half` in the place of `file`, and beside it the sha256 of its bytes. Whoever is killed in between leaves a file that
 * is not proven.
 */
export function placeProven(half: string, file: string): void {
  const proof = `${half}.sha256.tmp`;
  writeFileSync(proof, `${sha256(readFileSync(half))}\n`);
  renameSync(half, file);
  renameSync(proof, proofOf(file));
}
