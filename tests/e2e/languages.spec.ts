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

/** Words on the page that are neither Chinese nor marked as another language, nor names that have no Chinese form. */
const englishWords = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    const own = element?.closest(
      'script, code, pre, kbd, textarea, .by, .why, .cats, .venue, small',
    );
    if (!element || own || element.closest('[lang]')?.getAttribute('lang') !== 'zh-CN') continue;
    if (/[A-Za-z]{3,} [A-Za-z]{2,}/.test(text) && !/[\u4e00-\u9fff]/.test(text)) found.push(text);
  }
  for (const element of document.querySelectorAll('[aria-label]')) {
    const label = element.getAttribute('aria-label') ?? '';
    if (!/[\u4e00-\u9fff]/.test(label)) found.push(`aria-label: ${label}`);
  }
  return found;
};

test('no page shown in Chinese keeps an English sentence, a label or a title', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  for (const [kind, path] of Object.entries(pageKinds)) {
    await page.goto(at(path));
    if ((await page.locator('html[lang=zh-CN]').count()) === 0) continue; // the English sister
    const paper = kind === 'paper' || kind === 'revised';
    if (!paper) expect.soft(await page.title(), kind).toMatch(chinese);
    if (kind !== 'missing') expect.soft(await page.evaluate(englishWords), kind).toEqual([]);
  }
  await context.close();
});
