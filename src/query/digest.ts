import { createHash } from 'node:crypto';

/**
 * A short content hash of the parts in order: sha256 cut to 128 bits, as base64url. Each part is preceded by its length,
 * so that `('ab', 'c')` and `('a', 'bc')` differ.
 */
export function digest(...parts: readonly (string | number | null)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const text = part === null ? '-' : String(part);
    hash.update(`${text.length}:${text}`);
  }
  return hash.digest('base64url').slice(0, 22);
}

/** The sha256 of a file's bytes as hexadecimal, as the manifest states it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
