import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { serveSite } from './serve-site.ts';

const base = '/pulse/';

/**
 * Builds the site once and serves it under a base path to all tests, which find it at `E2E_URL`. `E2E_SITE` names a site
 * that is built already, to save the build while writing tests.
 */
export default async function setUp(): Promise<() => void> {
  const dir = mkdtempSync(join(tmpdir(), 'pulse-e2e-'));
  const site = process.env['E2E_SITE'] ?? (await buildSite(dir, base));
  const server = await serveSite(site, base);
  process.env['E2E_URL'] = server.url;
  process.env['E2E_DIR'] = site;
  return () => {
    server.close();
    rmSync(dir, { recursive: true, force: true });
  };
}
