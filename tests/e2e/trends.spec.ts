import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { at, expect, test } from './site-test.ts';

/** The numbers of a chart as it is drawn, and as its table says; both by series. */
async function numbers(figure: Locator): Promise<{ drawn: unknown; listed: unknown }> {
  const drawn: unknown = JSON.parse(
    (await figure.locator('canvas').getAttribute('data-drawn')) ?? '[]',
  );
  const series = Array.isArray(drawn) ? drawn.length : 0;
  const listed = await figure
    .locator('tbody tr')
    .evaluateAll(
      (rows, count) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')]
            .slice(0, count)
            .map(({ textContent }) =>
              textContent === '—' ? null : Number((textContent ?? '').replaceAll(',', '')),
            ),
        ),
      series,
    );
  const timed = (await figure.locator('tbody th').first().textContent())?.match(/^\d{4}-\d{2}/);
  const rows = timed ? listed.toReversed() : listed;
  return {
    drawn,
    listed: Array.from({ length: series }, (_, n) => rows.map((row) => row[n] ?? null)),
  };
}

async function seen(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`figure[data-chart="${id}"]`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('canvas[data-drawn]')).toBeVisible();
  return figure;
}

const charts = ['papers', 'activity', 'weeks', 'facets', 'venues', 'categories', 'layers'];

test('no chart is loaded before one is seen', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewportSize({ width: 390, height: 150 });
  await page.goto(at('trends/'));
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.endsWith('trends.json'))).toEqual([]);
  await seen(page, 'papers');
  expect(asked.filter((url) => url.endsWith('trends.json'))).toHaveLength(1);
});

const looks = [
  ['trends/', 1280, 'light'],
  ['trends/', 390, 'dark'],
  ['zh/trends/', 1280, 'dark'],
  ['zh/trends/', 390, 'light'],
] as const;

for (const [path, width, colorScheme] of looks)
  test(`every chart of ${path} draws the numbers of its table, whatever is chosen: ${width} px, ${colorScheme}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(at(path));
    for (const id of charts) {
      const figure = page.locator(`figure[data-chart="${id}"]`);
      if ((await figure.count()) === 0) continue;
      await seen(page, id);
      const first = await numbers(figure);
      expect(first.drawn, id).toEqual(first.listed);
      for (const select of await figure.locator('select').all())
        for (const value of await select
          .locator('option')
          .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))) {
          await select.selectOption(value);
          const { drawn, listed } = await numbers(figure);
          expect(drawn, `${id} ${value}`).toEqual(listed);
        }
    }
  });

test('CSV is the table, before and after a choice; PNG is a picture', async ({ page }) => {
  await page.goto(at('trends/'));
  const figure = await seen(page, 'papers');
  const csv = async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      figure.locator('a[download]').click(),
    ]);
    return readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
  };
  const rows = async () => figure.locator('tbody tr').count();
  expect((await csv()).length).toBe((await rows()) + 1);
  await figure.locator('select[name=unit]').selectOption('month');
  expect((await csv()).length).toBe((await rows()) + 1);
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    figure.locator('.plot-png').click(),
  ]);
  expect(png.suggestedFilename()).toBe('papers.png');
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('a chart is reached by keyboard, read value by value, and named by its sentence', async ({
  page,
}) => {
  await page.goto(at('trends/'));
  const figure = await seen(page, 'papers');
  const canvas = figure.locator('canvas');
  await expect(canvas).toHaveAttribute('role', 'img');
  await expect(canvas).toHaveAttribute(
    'aria-label',
    (await figure.locator('.plot-summary').textContent()) ?? '',
  );
  await figure.locator('select').last().focus();
  await page.keyboard.press('Tab');
  await expect(canvas).toBeFocused();
  await page.keyboard.press('End');
  const newest = (await figure.locator('tbody th').first().textContent())?.slice(0, 10) ?? '';
  await expect(figure.locator('.plot-value')).toContainText(newest);
});

test('colours follow the theme, and differ between the two', async ({ page }) => {
  await page.goto(at('trends/'));
  const figure = await seen(page, 'papers');
  const picture = () =>
    figure.locator('canvas').evaluate((c) => (c as HTMLCanvasElement).toDataURL());
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  const light = await picture();
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await expect.poll(picture).not.toBe(light);
});

test('when the numbers do not come the page says so, and the table has them', async ({
  page,
  complaints,
}) => {
  await page.route('**/api/v1/trends.json', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto(at('trends/'));
  await page.locator('#papers').scrollIntoViewIfNeeded();
  await expect(page.locator('#papers .plot')).toContainText('could not be loaded');
  await page.locator('#papers summary').click();
  await expect(page.locator('#papers tbody tr').first()).toBeVisible();
  complaints.length = 0; // the browser complains about the 503 itself
});

test('without JavaScript there are tables and files, and no empty boxes', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(at('trends/'));
  await expect(page.locator('#papers .plot')).toBeHidden();
  await page.locator('#papers summary').click();
  await expect(page.locator('#papers tbody tr').first()).toBeVisible();
  const href = await page.locator('#papers a[download]').getAttribute('href');
  const answer = await page.request.get(new URL(href ?? '', page.url()).href);
  expect((await answer.text()).split('\r\n')[0]).toContain('Announcements');
  await page.close();
});

test('the home page draws a small line beside each topic', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(at(''));
  await expect(page.locator('.rail .line').first()).toBeVisible();
  const lines = page.locator('.rail .line polyline');
  expect(await lines.count()).toBeGreaterThan(0);
  await expect(lines.first()).toHaveAttribute('points', /^0\.0,/);
});
