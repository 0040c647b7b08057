import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsInEveryLook } from './looks.ts';
import { at, expect, pageKinds, test } from './site-test.ts';
import { violationsIn } from './violations.ts';

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`${kind} does not move, has no violation and no complaint in any look`, async ({
    browser,
    now,
  }) => {
    expect(await faultsInEveryLook(browser, { url: at(path), now })).toEqual([]);
  });
}

/** Front pages of the built site that are not among the kinds, such as one that was added since. */
function otherFrontPages(): string[] {
  const dir = process.env['E2E_DIR'] ?? '';
  const known = new Set<string>(Object.values(pageKinds));
  return ['', 'zh/'].flatMap((front) =>
    readdirSync(join(dir, front))
      .map((name) => `${front}${name}/`)
      .filter((path) => path !== 'zh/' && existsSync(join(dir, path, 'index.html')))
      .filter((path) => !known.has(path)),
  );
}

test('front pages that no kind names have no fault either', async ({ browser, now }) => {
  for (const path of otherFrontPages()) {
    expect.soft(await faultsInEveryLook(browser, { url: at(path), now }), path).toEqual([]);
  }
});

test('papers that were found have no fault either', async ({ browser, now }) => {
  const url = at(`${pageKinds.search}?q=tactile`);
  expect(await faultsInEveryLook(browser, { url, now })).toEqual([]);
});

test('an unfolded row and the open pane have no violation either', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(at(pageKinds.home));
  await page.locator('.row summary').first().click();
  await page.locator('.row h3 a').nth(1).click();
  await expect(page.locator('.pane h1')).toBeVisible();
  await page.locator('.display summary').click();
  expect(await violationsIn(page, { allRows: true })).toEqual([]);
});
