import { ids } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

test.use({ javaScriptEnabled: false });

test('day, topic, paper and archive can be read and are linked without JavaScript', async ({
  page,
}) => {
  await page.goto(at(''));
  const row = page.locator(`[id="${ids.linked}"]`);
  await expect(row.locator('.abs')).toContainText('We study robotic manipulation');
  await row.locator('summary').click();
  await expect(row.locator('.links a').first()).toBeVisible();
  await expect(page.locator('.display')).toBeHidden();
  await row.locator('h3 a').click();
  await expect(page.locator('.paper .abs')).toContainText('We study robotic manipulation');
  await page.locator('.paper .why a[href$="/topics/vla/"]').click();
  await expect(page.locator('h1')).toContainText('action models');
  await page.getByRole('link', { name: 'Archive' }).click();
  await page.locator('.months a').first().click();
  await expect(page.locator('h1')).toHaveText('November 2026');
});

test('the other language is one link away', async ({ page }) => {
  await page.goto(at(pageKinds.topics));
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('h1')).toHaveText('主题');
});
