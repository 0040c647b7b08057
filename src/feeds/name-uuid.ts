import { createHash } from 'node:crypto';

/** The namespace of this product's names: a random UUID, fixed for good. */
const NAMESPACE = Buffer.from('6f0c1b5e9d6a4c0f8a54e1c8f2f3a7d1', 'hex');

/**
 * A name → `urn:uuid:…` (RFC 9562, version 5): the same for the same name for ever, and independent of the site's
 * address, so that a moved site brings readers no duplicates.
 */
export function nameUuid(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
