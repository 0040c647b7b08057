/** Builds the site of the real records, with the project's own `config.yaml`, for all scenarios over them. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readConfig } from '../../../src/config/read-config.ts';
import { makeSnapshot } from '../../daily/make-snapshot.ts';
import { runAstro } from '../build-site.ts';
import { needRealRecords } from './real-site.ts';

test('the site of the real records is built', async () => {
  needRealRecords();
  test.setTimeout(600_000);
  const site = process.env['E2E_REAL_DIR'] ?? '';
  if (!existsSync(site)) {
    const dir = dirname(site);
    const data = join(dir, 'data');
    mkdirSync(data, { recursive: true });
    makeSnapshot(data, await readConfig());
    await runAstro({ dir, base: '/pulse/', data, configFile: 'config.yaml' });
  }
  expect(existsSync(join(site, 'index.html'))).toBe(true);
});
