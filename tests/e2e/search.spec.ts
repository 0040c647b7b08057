import { ids } from './invented-site.ts';
import { at, expect, test } from './site-test.ts';

test('finds papers by words, author, id and Chinese topic name as they are typed', async ({
  page,
}) => {
  await page.goto(at('search/'));
  const field = page.locator('#q');
  const found = page.locator('#found .row h3 a');
  for (const [query, id] of [
    ['laundry folding', ids.linked],
    ['Number17', ids.many],
    [ids.revised, ids.revised],
    ['触觉感知', ids.revised],
  ] as const) {
    await field.fill(query);
    await expect(found.first()).toHaveAttribute('href', new RegExp(`papers/${id}/$`));
  }
});

test('a search is in the address, and comes back with its filters', async ({ page }) => {
  await page.goto(at('search/?q=tactile&code=yes'));
  await expect(page.locator('#q')).toHaveValue('tactile');
  await expect(page.locator('[name=code]')).toBeChecked();
  await expect(page.locator('#found .row').first()).toHaveAttribute('id', ids.revised);
  await page.locator('[name=code]').uncheck();
  await expect(page).toHaveURL(/search\/\?q=tactile$/);
});

test('papers of a venue are found, with and without words, and the address brings them back', async ({
  page,
}) => {
  await page.goto(at('search/'));
  await page.locator('[name=venue]').selectOption('CoRL');
  await expect(page.locator('.search-state')).toContainText('6 papers');
  await page.locator('#q').fill('busy');
  await expect(page.locator('.search-state')).toContainText('5 papers');
  await expect(page.locator('#found .venue')).toHaveText(Array(5).fill('CoRL'));
  await expect(page).toHaveURL(/\?q=busy&venue=CoRL$/);
  await page.reload();
  await expect(page.locator('[name=venue]')).toHaveValue('CoRL');
  await expect(page.locator('.search-state')).toContainText('5 papers');
});

test('the most cited come first, with their counts', async ({ page }) => {
  await page.goto(at('search/?q=busy&order=citations'));
  const first = page.locator('#found .row').first();
  await expect(first.locator('h3')).toHaveText('Paper 100 of a busy day');
  await expect(first.locator('.tags')).toContainText('cited 99 times');
  await expect(page.locator('#found .row h3').nth(1)).toHaveText('Paper 97 of a busy day');
  await page.goto(at('zh/search/?q=laundry&order=citations'));
  await expect(page.locator('#found .tags')).toContainText('被引 12 次');
});

test('what stands beside the index may be missing: it is said, and a search without it works', async ({
  page,
  complaints,
}) => {
  await page.route('**/facts.json', (route) => route.abort());
  await page.goto(at('search/?q=busy&venue=CoRL'));
  await expect(page.locator('.search-state')).toContainText('could not be loaded');
  await page.locator('[name=venue]').selectOption('');
  await expect(page.locator('.search-state')).toContainText('100 papers');
  complaints.length = 0; // the browser reports the aborted request
});

test('words that are nowhere are said to be nowhere', async ({ page }) => {
  await page.goto(at('search/?q=xylophone'));
  await expect(page.locator('.search-state')).toContainText('Nothing found');
  await expect(page.locator('#found .row')).toHaveCount(0);
});

test('the paper’s newer text is found, once', async ({ page }) => {
  await page.goto(at('search/?q=silicone+finger'));
  await expect(page.locator(`#found [id="${ids.revised}"]`)).toHaveCount(1);
});

test('an index that cannot be loaded is said so, and a later try works', async ({
  page,
  complaints,
}) => {
  await page.route('**/search-index/**', (route) => route.abort());
  await page.goto(at('search/?q=laundry'));
  await expect(page.locator('.search-state')).toContainText('could not be loaded');
  await page.unroute('**/search-index/**');
  await page.locator('#q').fill('laundry ');
  await expect(page.locator('#found .row').first()).toHaveAttribute('id', ids.linked);
  complaints.length = 0; // the browser reports the aborted requests
});

test('a part of the index that fails once is asked for again', async ({ page, complaints }) => {
  let failed = 0;
  await page.route('**/*.pf_index', (route) =>
    (failed += 1) === 1 ? route.abort() : route.fallback(),
  );
  await page.goto(at('search/?q=laundry'));
  await expect(page.locator('#found .row').first()).toHaveAttribute('id', ids.linked);
  expect(failed).toBeGreaterThan(1);
  complaints.length = 0; // the browser reports the aborted request
});

test('what was typed before the script came is searched', async ({ page }) => {
  let bring = () => {};
  const typed = new Promise<void>((resolve) => (bring = resolve));
  await page.route('**/_astro/*.js', async (route) => {
    await typed;
    await route.fallback();
  });
  await page.goto(at('search/'), { waitUntil: 'commit' });
  await page.locator('#q').fill('laundry');
  bring();
  await expect(page.locator('#found .row').first()).toHaveAttribute('id', ids.linked);
  await expect(page.locator('#q')).toHaveValue('laundry');
});

test('hostile text in titles is shown as text in results', async ({ page }) => {
  await page.goto(at('search/?q=hostile&order=newest'));
  await expect(page.locator('#found .row').first()).toBeVisible();
  expect(await page.locator('#found :is(script, img, iframe, svg):not(.star svg)').count()).toBe(0);
});
