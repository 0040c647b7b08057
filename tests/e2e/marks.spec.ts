import { readFileSync } from 'node:fs';
import { ids } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

test('a star lasts, shows on every list, and is on the saved page', async ({ page }) => {
  await page.goto(at(''));
  await page.locator(`[id="${ids.linked}"] > .star`).click();
  await page.goto(at(pageKinds.topic));
  await page.goto(at(pageKinds.day));
  await expect(page.locator(`[id="${ids.linked}"] > .star`)).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.goto(at('saved/'));
  await expect(page.locator('.saved h3 a')).toHaveText(
    'A vision-language-action model that folds laundry',
  );
});

test('a star moves nothing on the page', async ({ page }) => {
  await page.goto(at(''));
  const row = page.locator(`[id="${ids.linked}"]`);
  const before = await row.boundingBox();
  await row.locator('.star').click();
  expect(await row.boundingBox()).toEqual(before);
});

test('a day is read by keys alone, from the first paper to an exported BibTeX', async ({
  page,
}) => {
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  await page.goto(at(pageKinds.crowded));
  const rows = await page.locator('.row').count();
  for (let n = 0; n < rows; n += 1) {
    await press('j');
    if (n % 10 === 0) await press('s');
    else if (n % 3 === 0) await press('r');
  }
  await expect(page.locator('.row > .star[aria-pressed=true]')).toHaveCount(3);
  await press('v');
  await expect(page).toHaveURL(/saved\/$/);
  await expect(page.locator('.saved')).toHaveCount(3);
  await page.locator('[data-format=bib]').focus();
  const download = page.waitForEvent('download');
  await press('Enter');
  const bib = readFileSync(await (await download).path(), 'utf8');
  expect(bib.match(/@misc\{/g)).toHaveLength(3);
  expect(bib).toContain('Łukasz Dvořák');
  expect(presses).toBeLessThanOrEqual(rows * 1.5);
});

test('hiding is taken back', async ({ page }) => {
  await page.goto(at(pageKinds.crowded));
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.locator('.row:not([data-hidden])')).toHaveCount(29);
  await page.locator('.did button').click();
  await expect(page.locator('.row:not([data-hidden])')).toHaveCount(30);
});

test('keys leave fields alone, are listed, and can be switched off', async ({ page }) => {
  await page.goto(at(''));
  await page.keyboard.press('?');
  await expect(page.locator('.legend')).toBeVisible();
  await page.locator('.legend input').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(page.locator('.row h3 a:focus')).toHaveCount(0);
  await page.goto(at('search/'));
  await page.locator('#q').pressSequentially('jks?');
  await expect(page.locator('#q')).toHaveValue('jks?');
});

test('marks go out as JSON and come in merged; a strange file is refused with a sentence', async ({
  page,
}) => {
  await page.goto(at(''));
  await page.locator(`[id="${ids.linked}"] > .star`).click();
  await page.goto(at('saved/'));
  await page.locator('.saved textarea').fill('for Tuesday');
  await page.locator('.saved input[type=text]').fill('vla, reading group');
  await page.locator('.saved textarea').focus();
  const download = page.waitForEvent('download');
  await page.locator('[data-format=json]').click();
  const json = await (await download).path();
  await page.evaluate(() => localStorage.removeItem('marks'));
  await page.reload();
  await expect(page.locator('.saved')).toHaveCount(0);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(page.locator('.did')).toContainText('not JSON');
  await page.locator('input[type=file]').setInputFiles(json);
  await expect(page.locator('.saved textarea')).toHaveValue('for Tuesday');
  await expect(page.locator('.saved input[type=text]')).toHaveValue('vla, reading group');
});

test('a list travels in a link and is taken only when asked', async ({ page }) => {
  await page.goto(at(`saved/#ids=${ids.linked},${ids.formula}`));
  await expect(page.locator('.did')).toContainText('2 papers in this link');
  await expect(page.locator('.saved')).toHaveCount(0);
  await page.locator('.did button').click();
  await expect(page.locator('.saved')).toHaveCount(2);
});

test('two tabs lose nothing to each other', async ({ page, context }) => {
  await page.goto(at(''));
  const other = await context.newPage();
  await other.goto(at(''));
  await page.locator(`[id="${ids.linked}"] > .star`).click();
  await other.locator(`[id="${ids.formula}"] > .star`).click();
  await expect(page.locator('.row > .star[aria-pressed=true]')).toHaveCount(2);
  await expect(other.locator('.row > .star[aria-pressed=true]')).toHaveCount(2);
});
