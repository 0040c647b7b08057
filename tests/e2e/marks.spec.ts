import { ids } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

test('a star lasts, shows on every list, and is on the saved page', async ({ page }) => {
  await page.goto(at(''));
  await page.locator(`[id="${ids.linked}"] .star`).click();
  await page.goto(at(pageKinds.topic));
  await page.goto(at(pageKinds.day));
  await expect(page.locator(`[id="${ids.linked}"] .star`)).toHaveAttribute('aria-pressed', 'true');
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

test('hiding is taken back', async ({ page }) => {
  await page.goto(at(pageKinds.crowded));
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.locator('.row:not([data-hidden])')).toHaveCount(15);
  await page.locator('.did button').click();
  await expect(page.locator('.row:not([data-hidden])')).toHaveCount(16);
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
  await page.locator(`[id="${ids.linked}"] .star`).click();
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

test('what is edited stays where it is, and lasts', async ({ page }) => {
  await page.goto(at(''));
  for (const id of [ids.linked, ids.formula]) await page.locator(`[id="${id}"] .star`).click();
  await page.goto(at('saved/'));
  const second = page.locator('.saved').nth(1);
  await expect(second).toHaveAttribute('id', ids.formula);
  await second.locator('textarea').fill('for Tuesday');
  await second.locator('input[type=text]').fill('folding');
  await page.locator('input[type=search]').first().fill('folding');
  await expect(page.locator('.saved')).toHaveCount(1);
  await page.locator('input[type=search]').first().fill('');
  await expect(page.locator('.saved').nth(1)).toHaveAttribute('id', ids.formula);
  await page.reload();
  await expect(page.locator('.saved textarea').first()).toHaveValue('for Tuesday');
  await expect(page.locator('.saved input[type=text]').first()).toHaveValue('folding');
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
  await page.locator(`[id="${ids.linked}"] .star`).click();
  await other.locator(`[id="${ids.formula}"] .star`).click();
  await expect(page.locator('.row .star[aria-pressed=true]')).toHaveCount(2);
  await expect(other.locator('.row .star[aria-pressed=true]')).toHaveCount(2);
});
