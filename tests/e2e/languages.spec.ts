import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary } from '../../src/i18n/dictionary.ts';
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

/** Every English label that reads otherwise in Chinese, from all dictionaries; placeholders stand for anything. */
async function englishLabels(): Promise<string[]> {
  const folder = join(import.meta.dirname, '../../src/i18n');
  const files = readdirSync(folder).filter((file) => !file.endsWith('.test.ts'));
  const modules = await Promise.all(
    files.map((file): Promise<Record<string, unknown>> => import(join(folder, file))),
  );
  const dictionaries = modules.flatMap((module) =>
    Object.values(module).filter(
      (value): value is Dictionary<string> =>
        typeof value === 'object' && value !== null && 'en' in value && 'zh' in value,
    ),
  );
  const labels = dictionaries.flatMap(({ en, zh }) =>
    Object.entries(en).flatMap(([key, label]) =>
      JSON.stringify(label) === JSON.stringify(zh[key]) ? [] : [label].flat(),
    ),
  );
  return labels
    .filter((label) => /[A-Za-z]{3}/.test(label.replaceAll(/\{\w+\}/g, '')))
    .map((label) =>
      label.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, '.+'),
    );
}

/** Texts and names of elements on the page that read as one of the labels. */
const readAs = (labels: string[]) => {
  const pattern = new RegExp(`^(?:${labels.join('|')})$`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('script, code, pre, textarea, [lang=en]'))
      texts.push(node.textContent?.trim() ?? '');
  for (const element of document.querySelectorAll('[aria-label], [placeholder]'))
    texts.push(element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '');
  return texts.filter((text) => text !== '' && pattern.test(text));
};

test('no page shown in Chinese keeps an English label or title', async ({ browser }) => {
  test.setTimeout(600_000);
  const labels = await englishLabels();
  expect(labels.length).toBeGreaterThan(300);
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  for (const [kind, path] of Object.entries(pageKinds)) {
    await page.goto(at(path));
    if ((await page.locator('html[lang=zh-CN]').count()) === 0) continue; // the English sister
    const paper = kind === 'paper' || kind === 'revised';
    if (!paper) expect.soft(await page.title(), kind).toMatch(chinese);
    // The page for what is not there says all in both languages.
    if (kind !== 'missing') expect.soft(await page.evaluate(readAs, labels), kind).toEqual([]);
  }
  await context.close();
});
