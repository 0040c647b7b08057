import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { at, expect, pageKinds, test } from './site-test.ts';

const themes = ['light', 'dark'] as const;
const widths = [1280, 390] as const;

/** Rows are drawn by one template: those of a long list beyond the first screens are as the ones before. */
const furtherRows = '.row:nth-child(n + 9)';

/** Both themes at both widths of a page that is open: what each rule found, with the place. */
async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of themes) {
    for (const width of widths) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      // Pages have no frames: no further page is opened to bring the findings of frames together.
      const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude(furtherRows);
      const { violations } = await axe.analyze();
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${colorScheme}, ${width} px: ${id}: ${html}`),
        ),
      );
    }
  }
  return found;
}

/** A page that exists once is looked at in both languages; the others have a sister of their own. */
async function inEveryLook(browser: Browser, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const locale of ['en-GB', 'zh-CN']) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(at(path));
    const once = await page.locator('html[data-page=once]').count();
    found.push(...(await violationsOf(page)).map((one) => `${locale}, ${one}`));
    await context.close();
    if (once === 0) break;
  }
  return found;
}

for (const [kind, path] of Object.entries(pageKinds)) {
  test(`${kind} has no violation in any theme, width and language`, async ({ browser }) => {
    test.setTimeout(300_000);
    expect(await inEveryLook(browser, path)).toEqual([]);
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

test('front pages that no kind names have none either', async ({ browser }) => {
  test.setTimeout(300_000);
  for (const path of otherFrontPages()) {
    expect.soft(await inEveryLook(browser, path), path).toEqual([]);
  }
});

test('an unfolded row and the open pane have none either', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(at(pageKinds.home));
  await page.locator('.row summary').first().click();
  await page.locator('.row h3 a').nth(1).click();
  await expect(page.locator('.pane h1')).toBeVisible();
  await page.locator('.display summary').click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('papers that were found have none either', async ({ page }) => {
  await page.goto(at(`${pageKinds.search}?q=tactile`));
  await expect(page.locator('#found .row').first()).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});
