import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renameIfNear } from '../emit/rename-if-near.ts';

/**
 * Moves all that is in `from` to the same places in `to`, in place of files that are there; `from` is gone then. What
 * `to` does not have yet moves folder by folder.
 */
export function moveInto(to: string, from: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) moveInto(target, source);
    else move(source, target);
  }
  rmSync(from, { recursive: true });
}

function move(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  if (!renameIfNear(source, target)) cpSync(source, target, { recursive: true });
}
