import { ids } from './invented-site.ts';
import { at, expect, test } from './site-test.ts';

test('news stands by day, newest first, a story of two feeds once', async ({ page }) => {
  await page.goto(at('news/'));
  await expect(page.locator('.news-day h2').first()).toContainText('24 November 2026');
  const story = page.locator('#story-two-feeds');
  await expect(story.locator('.meta')).toContainText('Workshop Weekly · Arm Notes');
  await expect(page.locator('#story-undated')).toContainText('no date given; seen on this day');
  await expect(page.locator('#story-zh h3')).toHaveAttribute('lang', 'zh-CN');
  await page.locator('.months-of a', { hasText: 'October 2026' }).click();
  await expect(page.locator('h1')).toHaveText('News of October 2026');
});

test('news, papers, datasets and employers lead to each other, both ways', async ({ page }) => {
  await page.goto(at('news/'));
  const story = page.locator('#story-two-feeds');
  await expect(story.locator('.joined a')).toHaveText([
    /folds laundry/,
    'arXiv:2501.00009',
    'Kitchen Hours',
    'Meridian Robotics',
  ]);
  await story.locator('.joined a').first().click();
  await expect(page).toHaveURL(at(`papers/${ids.linked}/`));
  await expect(page.locator('.paper')).toContainText('A two-armed robot folds laundry');
  await page.locator('.paper a', { hasText: 'Kitchen Hours' }).click();
  const row = page.locator('#kitchen-hours');
  await expect(row).toContainText('A two-armed robot folds laundry');
  await expect(row.locator('.goes a').first()).toHaveAttribute('href', /papers\/2611\.20004\/$/);
  await row.locator('a', { hasText: 'Meridian Robotics' }).click();
  const company = page.locator('#meridian');
  await expect(company).toContainText('A two-armed robot folds laundry');
  await expect(company.locator('.joined a', { hasText: 'Kitchen Hours' })).toBeVisible();
  await expect(page.locator('#harbor')).not.toContainText('On Sunday');
});

test('a filter hides what does not fit and stays in the address', async ({ page }) => {
  await page.goto(at('news/'));
  await page.locator('[name=language]').selectOption('zh');
  await expect(page.locator('#story-zh')).toBeVisible();
  await expect(page.locator('#story-two-feeds')).toBeHidden();
  await page.locator('[name=day]').selectOption('2026-11-24');
  expect(new URL(page.url()).search).toBe('?day=2026-11-24&language=zh');
  await expect(page.locator('.news-day:visible')).toHaveCount(1);
  const shown = await page.locator('[data-item]:visible').count();
  await expect(page.locator('.filters output')).toHaveText(`${shown} shown`);
  await page.reload();
  await expect(page.locator('[data-item]:visible')).toHaveCount(shown);
  await page.locator('.filters [type=reset]').click();
  await expect(page.locator('#story-two-feeds')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
});

test('a filter of the address that no item has shows everything', async ({ page }) => {
  await page.goto(at('jobs/?place=atlantis&type=internship'));
  await expect(page.locator('[data-item]:visible')).toHaveCount(1);
  await expect(page.locator('[data-item]:visible')).toContainText('Simulation intern');
});

test('jobs are filtered by place, type, company and what is new today', async ({ page }) => {
  await page.goto(at('jobs/'));
  const visible = page.locator('[data-item]:visible');
  await page.getByLabel('New today').check();
  await expect(visible).toHaveText([/灵巧操作算法工程师/]);
  await page.goto(at('jobs/?place=zurich'));
  await expect(visible).toHaveText([/PhD student/]);
  await page.goto(at('jobs/?company=cormorant'));
  await expect(page.locator('.company:visible')).toHaveCount(1);
  await expect(page.locator('.employers')).toBeVisible();
  await expect(page.locator('.closed')).toContainText('Test driver');
});

test('datasets are filtered and shown as table or as cards, which the address keeps', async ({
  page,
}) => {
  await page.goto(at('datasets/'));
  await page.locator('[name=modality]').selectOption('tactile');
  await expect(page.locator('[data-item]:visible')).toHaveCount(1);
  await page.getByLabel('Cards').check();
  expect(new URL(page.url()).search).toBe('?modality=tactile&view=cards');
  await page.goto(at('datasets/?size=hours-100&view=cards'));
  await expect(page.getByLabel('Cards')).toBeChecked();
  await expect(page.locator('[data-item]:visible')).toHaveCount(1);
  await expect(page.locator('#kitchen-hours')).toHaveCSS('display', 'block');
  await expect(page.locator('thead').first()).toBeHidden();
});

test('the citations of a paper stand on its page with their date', async ({ page }) => {
  await page.goto(at(`papers/${ids.linked}/`));
  await expect(page.locator('.record')).toContainText(
    '12, of which 3 influential (Semantic Scholar, 2026-11-20)',
  );
});

test('a machine-written sentence says so, and stands below the abstract', async ({ page }) => {
  await page.goto(at(`papers/${ids.linked}/`));
  await expect(page.locator('.summary .quiet')).toHaveText(
    'written by invented-model, 2026-11-24; not by the authors',
  );
  const top = (selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
  expect(await top('.paper .summary')).toBeGreaterThan(await top('.paper .abs'));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('all of a section is there, and no filter that would do nothing', async ({ page }) => {
    for (const path of ['news/', 'jobs/', 'datasets/']) {
      await page.goto(at(path));
      await expect(page.locator('.filters')).toBeHidden();
      await expect(page.locator('[data-item]').first()).toBeVisible();
    }
  });
});
