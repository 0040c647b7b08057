import AxeBuilder from '@axe-core/playwright';
import { at, expect, pageKinds, test } from './site-test.ts';

/** Every pair of theme, width and language occurs once. */
const looks = [
  { theme: 'light', width: 1280, locale: 'en-GB' },
  { theme: 'dark', width: 390, locale: 'en-GB' },
  { theme: 'dark', width: 1280, locale: 'zh-CN' },
  { theme: 'light', width: 390, locale: 'zh-CN' },
] as const;

for (const { theme, width, locale } of looks) {
  test.describe(`${theme}, ${width} px, ${locale}`, () => {
    test.use({ colorScheme: theme, locale, viewport: { width, height: 900 } });
    for (const [kind, path] of Object.entries(pageKinds)) {
      test(`${kind} has no accessibility violation`, async ({ page }) => {
        await page.goto(at(path));
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }
  });
}

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
