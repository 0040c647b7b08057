import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { at, expect, pageKinds, test } from './site-test.ts';

const gzipped = (body: Buffer | string) => gzipSync(body, { level: 6 }).length;

test('a day page asks for at most 15 KB of JavaScript and 15 KB of CSS, gzipped', async ({
  page,
}) => {
  const sizes = { script: 0, stylesheet: 0 };
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  await page.goto(at(pageKinds.crowded), { waitUntil: 'networkidle' });
  for (const answer of answers) {
    const kind = answer.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet') sizes[kind] += gzipped(await answer.body());
  }
  expect(sizes.script).toBeGreaterThan(0);
  expect(sizes.script).toBeLessThanOrEqual(15 * 1024);
  expect(sizes.stylesheet).toBeLessThanOrEqual(15 * 1024);
});

test('a paper page is small: the site holds tens of thousands', () => {
  const folder = join(process.env['E2E_DIR'] ?? '', 'papers');
  const sizes = readdirSync(folder)
    .filter((id) => id.startsWith('2611.19'))
    .map((id) => readFileSync(join(folder, id, 'index.html')).length);
  expect(sizes.length).toBe(16);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(6.5 * 1024);
});

test('rows far from the window are not laid out, and are when they come near or go on paper', async ({
  page,
}) => {
  const laidOut = () =>
    page
      .locator('.row h3')
      .evaluateAll(
        (titles) =>
          titles.filter((title) => title.checkVisibility({ contentVisibilityAuto: true })).length,
      );
  const last = page.locator('.row h3').last();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(at(pageKinds.busy), { waitUntil: 'networkidle' });
  expect(await page.locator('.row').count()).toBe(100);
  expect(await laidOut()).toBeLessThan(20);
  await last.scrollIntoViewIfNeeded();
  await expect
    .poll(() => last.evaluate((title) => title.checkVisibility({ contentVisibilityAuto: true })))
    .toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(laidOut).toBe(100);
});
