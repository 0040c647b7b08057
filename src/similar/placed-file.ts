/** A file of the cache made of parts one behind the other, each proved by its digest when it is read. */
import { hash } from 'node:crypto';
import { appendFileSync, closeSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { replaceFile } from '../store/replace-file.ts';

/** Where a part lies in its file, in bytes, and its sha256. */
export interface Place {
  at: number;
  bytes: number;
  sum: string;
}

/** What a place names is not there any more: all that was read of the cache has to be made again. */
export class DamagedCache extends Error {
  override name = 'DamagedCache';
}

/** The sha256 of bytes or of text, as the cache states it. */
export const sum256 = (content: Uint8Array | string): string =>
  hash('sha256', content, 'base64url');

/** Where a part would begin that is put behind these, the last of which ends the file. */
export const endOf = (last: Place | undefined): number => (last ? last.at + last.bytes : 0);

/** Whether a file has at least so many bytes. */
export function reaches(file: string, bytes: number): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= bytes;
}

/**
 * Parts one after the other, all in the same memory: each is gone when the next is asked for.
 * @throws {DamagedCache} when other bytes lie there, or none
 */
export function* eachPart(
  file: string,
  places: readonly Place[],
): Generator<Uint8Array<ArrayBuffer>, void> {
  if (places.length === 0) return;
  const memory = new Uint8Array(Math.max(...places.map(({ bytes }) => bytes)));
  const handle = openKept(file);
  try {
    for (const { at, bytes, sum } of places) {
      const read = readSync(handle, memory, 0, bytes, at);
      const part = memory.subarray(0, read);
      if (sum256(part) !== sum)
        throw new DamagedCache(`${file} holds something else at byte ${at}`);
      yield part;
    }
  } finally {
    closeSync(handle);
  }
}

function openKept(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    throw new DamagedCache(`${file} cannot be read`, { cause });
  }
}

/**
 * Puts parts behind the first `end` bytes of a file, and drops what followed these. Who is stopped halfway leaves the
 * first bytes as they were.
 */
export function appendParts(file: string, end: number, parts: readonly Uint8Array[]): Place[] {
  const bytes = Buffer.concat(parts);
  if (end === 0) replaceFile(file, bytes);
  else {
    truncateSync(file, end);
    appendFileSync(file, bytes);
  }
  let at = end;
  return parts.map((part) => {
    const place = { at, bytes: part.length, sum: sum256(part) };
    at += part.length;
    return place;
  });
}
