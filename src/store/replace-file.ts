import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Replaces a file of the cache whole, so that who reads it meanwhile, in this process or another, never sees half of it. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}-${threadId}.tmp`;
  writeFileSync(half, content);
  renameSync(half, file);
}
