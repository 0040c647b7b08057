import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Empties the output folder without waiting for it: its entries are renamed out of the way, and deleted while the build
 * goes on. Astro would delete them one by one before it begins. `.git` stays, as it does with Astro.
 * @param cacheDir on the same device; on another the entries stay, and Astro deletes them
 * @returns settles when the entries are deleted
 */
export async function discardOutput(outDir: string, cacheDir: string): Promise<void> {
  const trash = join(cacheDir, 'discarded');
  rmSync(trash, { recursive: true, force: true }); // What a build left that broke off.
  if (!existsSync(outDir)) return;
  mkdirSync(trash, { recursive: true });
  for (const name of readdirSync(outDir)) {
    if (name === '.git') continue;
    try {
      renameSync(join(outDir, name), join(trash, name));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    }
  }
  await rm(trash, { recursive: true, force: true });
}
