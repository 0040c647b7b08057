import { expect, test } from './real-test.ts';

test('a day and a paper turn Chinese in place, and the choice is remembered', async ({
  page,
  real,
}) => {
  const today = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'full', timeZone: 'UTC' });
  await page.goto(real.at(real.kinds.day));
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveURL(real.at(real.kinds.day));
  await expect(page.locator('h1')).toHaveText(today.format(new Date(real.day)));
  await expect(page.locator('.lane h2 > b').first()).toHaveText('新论文');
  await expect(page.locator('.row h3').first()).toHaveAttribute('lang', 'en');
  const chinese = /[\u4e00-\u9fff]/;
  const labels = await page.locator('[data-t], .tags a[href*="/topics/"]').allTextContents();
  expect(labels.filter((label) => !chinese.test(label))).toEqual([]);
  await page.goto(real.at(real.kinds.paper));
  await expect(page.locator('.record dt').first()).toHaveText('公布');
  await page.goto(real.at(''));
  await expect(page).toHaveURL(real.at('zh/'));
  await page.getByRole('link', { name: 'EN', exact: true }).click();
  await expect(page).toHaveURL(real.at(''));
});

test('front pages name each other as alternates', async ({ page, real }) => {
  for (const path of ['', 'topics/', 'archive/', 'search/', 'trends/']) {
    for (const [own, other, lang] of [
      ['', 'zh/', 'zh-CN'],
      ['zh/', '', 'en'],
    ] as const) {
      await page.goto(real.at(own + path));
      const href = await page.locator(`link[hreflang="${lang}"]`).getAttribute('href');
      expect(new URL(href ?? '').pathname).toBe(new URL(real.at(other + path)).pathname);
    }
  }
});
