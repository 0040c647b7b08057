import { createHash } from 'node:crypto';

/** The sha256 of a file's bytes, 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
