import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Builds `dist/` with Astro, in a process of its own: Astro's config opens the archive, which the run before has changed.
 * Gives the exit code.
 */
export function buildSite(): Promise<number> {
  const astro = join(import.meta.dirname, '../../node_modules/astro/bin/astro.mjs');
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [astro, 'build'], { stdio: 'inherit' });
    child.on('error', failed);
    child.on('close', (code) => ended(code ?? 1));
  });
}
