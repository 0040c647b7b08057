/** The process that is killed, with all its modules in one file: it starts in less than half the time. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Writes the program into a folder. @returns its path */
export function bundleChild(folder: string): string {
  const outfile = join(folder, 'change-once.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'change-once.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}
