import fs from 'node:fs';
import { dirname } from 'node:path';

/** The calls of `node:fs` that the store makes: an argument, so that tests can let each of them fail. */
export type FileSystem = Pick<
  typeof fs,
  | 'closeSync'
  | 'existsSync'
  | 'fsyncSync'
  | 'linkSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeSync'
>;

export const realFileSystem: FileSystem = fs;

/** Writes a file whole. Neither its bytes nor its name are durable before it and its folder are synced. */
export function writeWhole(file: string, bytes: Uint8Array, files: FileSystem): void {
  const handle = files.openSync(file, 'w');
  try {
    let written = 0;
    // One call may write less than asked.
    while (written < bytes.length) written += files.writeSync(handle, bytes, written);
  } finally {
    files.closeSync(handle);
  }
}

/** Makes the bytes of a file durable. */
export function syncFile(file: string, files: FileSystem): void {
  sync(file, 'r+', files);
}

/** Makes the names in a folder durable. */
export function syncFolder(folder: string, files: FileSystem): void {
  // Windows has no such call for folders; NTFS keeps names in its own journal.
  if (process.platform !== 'win32') sync(folder, 'r', files);
}

function sync(path: string, mode: string, files: FileSystem): void {
  const handle = files.openSync(path, mode);
  try {
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}

/** Makes a folder and those above it, durably. */
export function makeFolder(folder: string, files: FileSystem): void {
  const first = files.mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    syncFolder(dirname(made), files);
  }
}

/** The bytes of a file, `null` when there is none. */
export function readIfThere(file: string, files: FileSystem): Buffer | null {
  try {
    return files.readFileSync(file);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

/** Whether an error is one of the system's, by its code: `ENOENT`, `EEXIST` … */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
