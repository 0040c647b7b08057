import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeDataFiles } from '../data-files/make-data-files.ts';
import { archive } from '../query/shared-archive.ts';

/** SQLite, Parquet and CSV under `/data/`, after the pages are drawn. @param salt hash over code and config */
export function dataFiles(cacheDir: string, salt: string): AstroIntegration {
  let outDir = '';
  return {
    name: 'data-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:done': async ({ logger }) => {
        const { made, kept, days } = await makeDataFiles(await archive(), {
          outDir,
          cacheDir: join(cacheDir, 'data-files'),
          salt,
        });
        logger.info(`${made.length} months written, ${kept.length} kept; ${days} days into SQLite`);
      },
    },
  };
}
