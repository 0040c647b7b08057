/** The same site in Firefox: what a reader does first, and that Firefox complains of nothing. */
import { expect, needFirefox, test, textOf } from './firefox-test.ts';
import { ids, newestDay } from './invented-site.ts';
import { at, pageKinds } from './site-test.ts';

needFirefox();

test('every kind of page opens without a complaint', async ({ reader }) => {
  test.setTimeout(300_000);
  for (const [kind, path] of Object.entries(pageKinds)) {
    if (kind === 'missing') continue;
    await reader.goto(at(path), { waitUntil: 'load' });
    expect(await textOf(reader, 'h1'), kind).not.toBe('');
  }
});

test('a row unfolds, and its abstract comes whole', async ({ reader }) => {
  await reader.goto(at(''), { waitUntil: 'load' });
  await reader.locator(`[id="${ids.linked}"] summary`).click();
  await reader.waitForSelector(`[id="${ids.linked}"].whole .links`);
  expect(await textOf(reader, `[id="${ids.linked}"] .why`)).toContain('vision-language-action');
});

test('a star set by key is in the saved papers', async ({ reader }) => {
  await reader.goto(at(''), { waitUntil: 'load' });
  await reader.focus(`[id="${ids.linked}"] h3 a`);
  await reader.keyboard.press('s');
  await reader.goto(at('saved/'), { waitUntil: 'load' });
  await reader.waitForSelector('.row');
  expect(await textOf(reader, '.row')).toContain('folds laundry');
});

test('themes follow the reader, and an archive page is shown in Chinese', async ({ reader }) => {
  const paper = () =>
    reader.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await reader.goto(at(`days/${newestDay}/`), { waitUntil: 'networkidle0' });
  await reader.evaluate(() => localStorage.setItem('theme', 'light'));
  await reader.reload({ waitUntil: 'networkidle0' });
  const light = await paper();
  await reader.evaluate(() => {
    localStorage.setItem('theme', 'dark');
    localStorage.setItem('lang', 'zh');
  });
  await reader.reload({ waitUntil: 'networkidle0' });
  expect(await paper()).not.toBe(light);
  expect(await textOf(reader, 'h1')).toBe('2026年11月24日星期二');
});

test('the search finds a paper as the reader types', async ({ reader }) => {
  await reader.goto(at('search/'), { waitUntil: 'load' });
  await reader.locator('input[type=search]').fill('laundry');
  await reader.waitForSelector(`a[href$="papers/${ids.linked}/"]`, { timeout: 60_000 });
});
