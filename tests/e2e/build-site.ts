import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { inventedSections, sectionSources } from '../archive/invented-sections.ts';
import { ids, inventedPapers, newestReceipt } from './invented-site.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Builds the site of the invented papers.
 * @param dir an empty folder; the site is in its `site`
 * @param base path to serve it under, with slashes at both ends
 */
export async function buildSite(dir: string, base: string): Promise<string> {
  const data = join(dir, 'data');
  mkdirSync(data, { recursive: true });
  commitSnapshot(data, {
    base: openSnapshot(data),
    papers: inventedPapers,
    receipts: [newestReceipt],
    records: inventedSections({ introduced: ids.linked, elsewhere: '2501.00009' }),
    sources: sectionSources,
  });
  return runAstro({ dir, base, data, configFile: join(import.meta.dirname, 'site-config.yaml') });
}

/**
 * Builds the site of a data folder.
 * @param built `dir`: where the cache and the `site` go
 */
export async function runAstro(built: {
  dir: string;
  base: string;
  data: string;
  configFile: string;
}): Promise<string> {
  const { dir, base, data, configFile } = built;
  const site = join(dir, 'site');
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    env: {
      ...process.env,
      CONFIG_FILE: configFile,
      DATA_DIR: data,
      CACHE_DIR: join(dir, 'cache'),
      OUT_DIR: site,
      SITE_URL: `https://pulse.example.org${base}`,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    maxBuffer: 64 << 20,
  });
  return site;
}
