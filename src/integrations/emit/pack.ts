import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file of the site as it was written, under the key of what it was made from. */
export interface PackedFile {
  path: string;
  key: string;
  bytes: Uint8Array;
}

interface Header {
  key: string;
  files: { path: string; key: string; bytes: number }[];
}

/**
 * One file in the cache folder that holds the output files of a group: a line of JSON that names them, then their
 * bytes. A few hundred packs travel through a CI cache faster than fifty thousand small files.
 */
export function writePack(file: string, key: string, files: readonly PackedFile[]): void {
  const header: Header = {
    key,
    files: files.map(({ path, key, bytes }) => ({ path, key, bytes: bytes.byteLength })),
  };
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.tmp`;
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  writeFileSync(half, Buffer.concat([line, ...files.map(({ bytes }) => bytes)]));
  renameSync(half, file);
}

/** The files of a pack; `null` when it is missing, cut short, or of another key: then its files are made again. */
export function readPack(file: string, key: string): PackedFile[] | null {
  const bytes = readOrNull(() => readFileSync(file));
  const header = bytes && parseHeader(bytes);
  if (!bytes || header?.key !== key) return null;
  let at = bytes.indexOf(0x0a) + 1;
  const files = header.files.map(({ path, key, bytes: size }) => ({
    path,
    key,
    bytes: bytes.subarray(at, (at += size)),
  }));
  return at === bytes.length ? files : null;
}

/** The paths in a pack, without reading the files; `null` as for `readPack`. */
export function readPackPaths(file: string, key: string): string[] | null {
  const size = readOrNull(() => statSync(file).size) ?? 0;
  const start = size > 0 ? readStart(file, Math.min(size, 1 << 20)) : null;
  const header = start && parseHeader(start);
  if (!start || header?.key !== key) return null;
  const whole = header.files.reduce((sum, { bytes }) => sum + bytes, start.indexOf(0x0a) + 1);
  return whole === size ? header.files.map(({ path }) => path) : null;
}

function readStart(file: string, length: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function parseHeader(bytes: Buffer): Header | null {
  const end = bytes.indexOf(0x0a);
  if (end < 0) return null;
  try {
    const header: Header = JSON.parse(bytes.toString('utf8', 0, end));
    return header;
  } catch {
    return null; // Cut short while it was written: as good as missing.
  }
}

function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
