import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { serveSite } from './serve-site.ts';

const base = '/pulse/';

/**
 * Builds the site once and serves it under a base path to all tests, which find it at `E2E_URL`; that of the real
 * records, which `real/build.ts` builds when a scenario wants it, at `E2E_REAL_URL`. `E2E_SITE` and `E2E_REAL_SITE` name
 * sites that are built already, to save the build while writing tests.
 */
export default async function setUp(): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), 'pulse-e2e-'));
  const site = process.env['E2E_SITE'] ?? (await buildSite(dir, base));
  const real = process.env['E2E_REAL_SITE'] ?? join(dir, 'real/site');
  const servers = await Promise.all([serveSite(site, base), serveSite(real, base)]);
  const [url, realUrl] = servers.map((server) => server.url);
  Object.assign(process.env, {
    E2E_URL: url,
    E2E_DIR: site,
    E2E_REAL_URL: realUrl,
    E2E_REAL_DIR: real,
  });
  return () => {
    for (const server of servers) server.close();
    rmSync(dir, { recursive: true, force: true });
  };
}
