import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './real-test.ts';

test('authors with three papers have a place, with the caution, and a paper leads there', async ({
  page,
  real,
}) => {
  await page.goto(real.at(real.kinds.author));
  await expect(page.locator('main')).toContainText('arXiv states names, not persons');
  const counts = await page
    .locator('.authors section')
    .evaluateAll((sections) => sections.map((section) => section.querySelectorAll('li').length));
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
  const name = (await page.locator('.authors section h2').first().textContent()) ?? '';
  await page.locator('.authors section li a').first().click();
  await page.locator('.paper .by a', { hasText: name }).first().click();
  await expect(page).toHaveURL(/\/author\/[^/]+\/#/, { timeout: 60_000 });
  await expect(page.locator('.authors section:visible h2')).toHaveText(name);
});

test('the sheet of a full week prints on two pages', async ({ page, real }) => {
  await page.goto(real.at(real.kinds.week));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(2);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('day, paper, topic, archive and sections can be read and are linked', async ({
    page,
    real,
  }) => {
    await page.goto(real.at(real.kinds.day));
    await expect(page.locator('.row')).toHaveCount(real.papers.length);
    await page.locator('.row h3 a').first().click();
    await expect(page.locator('.paper .abs')).toBeVisible();
    await page.locator('.paper .why a').first().click();
    await expect(page.locator('.row h3 a').first()).toBeVisible();
    await page.getByRole('link', { name: 'Archive' }).click();
    const months = readdirSync(join(real.dir, 'months'));
    await expect(page.locator('.months a')).not.toHaveCount(0);
    await page
      .locator(`.months a[href$="months/${months.at(-1)}/"]`)
      .first()
      .click();
    await expect(page.locator('.months a').first()).toBeVisible();
    for (const section of ['news/', 'jobs/', 'datasets/', 'trends/']) {
      await page.goto(real.at(section));
      await expect(page.locator('h1')).toBeVisible();
    }
  });
});
