import { ids } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

const paperColour = () => getComputedStyle(document.documentElement).backgroundColor;

test('theme and density are chosen once and stand before the first paint', async ({ page }) => {
  await page.goto(at(pageKinds.day));
  const light = await page.evaluate(paperColour);
  await page.locator('.display summary').click();
  await page.getByLabel('Dark').check();
  await page.getByLabel('Titles').check();
  expect(await page.evaluate(paperColour)).not.toBe(light);
  await expect(page.locator('.row .abs').first()).toBeHidden();
  await page.goto(at(pageKinds.home), { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
});

test('where there is room a title opens beside the list, and the address names it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(at(''));
  const title = page.locator(`[id="${ids.linked}"] h3 a`);
  await title.click();
  await expect(page.locator('.pane h1')).toBeFocused();
  await expect(page.locator('.pane h1')).toContainText('folds laundry');
  await expect(page).toHaveURL(new RegExp(`#${ids.linked}$`));
  await page.reload();
  await expect(page.locator('.pane h1')).toContainText('folds laundry');
  await page.locator('.pane a').first().focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('.pane')).toHaveCount(0);
  await expect(page.locator('.side-content')).toBeVisible();
});

test('where there is none it leads to the page', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.goto(at(''));
  await page.locator(`[id="${ids.linked}"] h3 a`).click();
  await expect(page).toHaveURL(at(`papers/${ids.linked}/`));
});

test('a paper that cannot be fetched is said so, with a way on', async ({ page, complaints }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(at(''));
  await page.route('**/papers/**', (route) => route.abort());
  await page.locator(`[id="${ids.linked}"] h3 a`).click();
  await expect(page.locator('.pane .notice')).toContainText('could not be loaded');
  await expect(page.locator('.pane a')).toHaveAttribute('href', new RegExp(ids.linked));
  complaints.length = 0; // the browser reports the aborted request
});

test('the bar says how far the reader is', async ({ page }) => {
  await page.goto(at(pageKinds.crowded));
  await expect(page.locator('[data-progress]')).toHaveText('16 papers');
  await page
    .locator('.row')
    .nth(11)
    .evaluate((row) => row.scrollIntoView());
  await expect(page.locator('[data-progress]')).toHaveText(/^1[1-6] of 16$/);
});
