import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeServiceWorker } from '../../src/integrations/offline.ts';
import { crowdedDay, ids, inventedPapers, newestDay } from './invented-site.ts';
import { serveSite } from './serve-site.ts';
import { expect, test as base } from './site-test.ts';

interface OwnSite {
  /** A copy of the site under test that a scenario may change and whose server it may stop. */
  own: { dir: string; url: string; stop: () => void };
}

const test = base.extend<OwnSite>({
  own: async ({ context }, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'pulse-own-'));
    cpSync(process.env['E2E_DIR'] ?? '', dir, { recursive: true });
    const server = await serveSite(dir, '/pulse/');
    await use({ dir, url: server.url, stop: server.close });
    await context.close(); // connections that are kept open would hold the server
    server.close();
    rmSync(dir, { recursive: true, force: true });
  },
});

test.use({ serviceWorkers: 'allow' });

/** Waits until the worker has kept what it keeps. */
async function kept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
    .toBe('activated');
}

/** Names of the caches that belong to one deploy. */
const cacheNames = (page: Page) =>
  page.evaluate(async () =>
    (await caches.keys()).filter((name) => !/(?:visited|assets)$/.test(name)),
  );

test('the last days open without a network, their papers whole, on pages never visited', async ({
  page,
  context,
  own,
  complaints,
}) => {
  await page.goto(own.url);
  await kept(page);
  await context.setOffline(true);
  own.stop();
  await page.goto(`${own.url}days/${crowdedDay}/`);
  await expect(page.locator('h1')).toHaveText(/Monday,? 23 November 2026/);
  await expect(page.locator('.row')).toHaveCount(16);
  await page.goto(`${own.url}papers/${ids.linked}/`);
  await expect(page.locator('h1')).toContainText('folds laundry');
  const whole = inventedPapers.find(({ id }) => id === ids.linked)?.abstract ?? '';
  await expect(page.locator('.paper .abs')).toHaveText(whole);
  await expect(page.locator('.notice')).toContainText('as you are offline');
  complaints.length = 0; // what is not kept cannot be fetched, and the browser says so
});

test('marks made offline are there afterwards', async ({ page, context, own, complaints }) => {
  await page.goto(own.url);
  await kept(page);
  await context.setOffline(true);
  await page.goto(`${own.url}days/${newestDay}/`);
  await page.locator(`[id="${ids.linked}"] h3 a`).focus();
  await page.keyboard.press('s');
  await page.goto(`${own.url}saved/`);
  await expect(page.locator('.row')).toContainText('folds laundry');
  await context.setOffline(false);
  await page.goto(`${own.url}saved/`);
  await expect(page.locator('.row')).toContainText('folds laundry');
  complaints.length = 0;
});

test('what was not kept says so and leads to what was', async ({
  page,
  context,
  own,
  complaints,
}) => {
  await page.goto(own.url);
  await kept(page);
  await context.setOffline(true);
  await page.goto(`${own.url}topics/manipulation/`);
  await expect(page.locator('h1')).toHaveText('You are offline');
  await expect(page.locator(`.months a[href$="days/${newestDay}/"]`)).toBeVisible();
  complaints.length = 0;
});

test('a page opened before opens again', async ({ page, context, own, complaints }) => {
  await page.goto(own.url);
  await kept(page);
  await page.goto(`${own.url}topics/manipulation/`);
  await context.setOffline(true);
  await page.goto(`${own.url}topics/manipulation/`);
  await expect(page.locator('h1')).toContainText('Manipulation');
  complaints.length = 0;
});

test('hostile text of a record stays text where the worker draws it', async ({
  page,
  context,
  own,
  complaints,
}) => {
  const hostile = inventedPapers.filter(({ title }) => title.startsWith('Hostile'));
  await page.goto(own.url);
  await kept(page);
  await context.setOffline(true);
  for (const { id, title } of hostile.slice(0, 12)) {
    await page.goto(`${own.url}papers/${id}/`);
    await expect(page.locator('h1')).toHaveText(title, { useInnerText: false });
    await expect(page.locator('.paper script, .paper img, .paper iframe')).toHaveCount(0);
  }
  expect(complaints.filter((complaint) => complaint.startsWith('policy'))).toEqual([]);
  complaints.length = 0;
});

test('a new deploy is seen at once and taken up, and the old cache goes', async ({ page, own }) => {
  await page.goto(own.url);
  await kept(page);
  const before = await cacheNames(page);
  const home = join(own.dir, 'index.html');
  writeFileSync(home, readFileSync(home, 'utf8').replace('</h1>', ' again</h1>'));
  writeServiceWorker(own.dir, '/pulse/', [newestDay, crowdedDay]);
  await page.reload();
  await expect(page.locator('h1')).toContainText('again');
  await expect.poll(() => cacheNames(page)).not.toEqual(before);
  await expect.poll(() => cacheNames(page)).toHaveLength(1);
});

test('the site can be installed', async ({ page }) => {
  await page.goto(process.env['E2E_URL'] ?? '');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await page.request.get(new URL(href ?? '', page.url()).href);
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/pulse/', scope: '/pulse/' });
  for (const { src } of manifest.icons)
    expect((await page.request.get(new URL(src, page.url()).href)).status()).toBe(200);
});
