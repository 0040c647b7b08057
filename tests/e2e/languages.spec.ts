import { newestDay } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

const chinese = /[\u4e00-\u9fff]/;

test('an archive page shows its labels in the language of the browser', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(at(pageKinds.day));
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('h1')).toHaveText('2026年11月24日星期二');
  await expect(page.locator('.lane h2 > b')).toHaveText(['新论文', '交叉列表', '更新']);
  const labels = await page.locator('[data-t], [data-f]').allTextContents();
  expect(labels.filter((label) => !chinese.test(label))).toEqual([]);
  await expect(page.locator('.row h3').first()).toHaveAttribute('lang', 'en');
  await context.close();
});

test('the choice of a language is remembered, in place on archive pages', async ({ page }) => {
  await page.goto(at(pageKinds.paper));
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('.record dt').first()).toHaveText('公布');
  await expect(page).toHaveURL(at(pageKinds.paper));
  await page.goto(at(''));
  await expect(page).toHaveURL(at('zh/'));
  await page.getByRole('link', { name: 'EN', exact: true }).click();
  await expect(page).toHaveURL(at(''));
  await page.goto(at(`days/${newestDay}/`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('front pages name each other as alternates', async ({ page }) => {
  for (const path of ['', 'topics/', 'archive/']) {
    await page.goto(at(path));
    const there = page.locator('link[hreflang="zh-CN"]');
    await expect(there).toHaveAttribute('href', `https://pulse.example.org/pulse/zh/${path}`);
    await page.goto(at(`zh/${path}`));
    const back = page.locator('link[hreflang="en"]');
    await expect(back).toHaveAttribute('href', `https://pulse.example.org/pulse/${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  }
});
