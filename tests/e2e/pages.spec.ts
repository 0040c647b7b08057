import { hostileDay, ids, inventedPapers, newestDay } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

test('the home page is the newest announcement day, finite, with its receipt', async ({ page }) => {
  await page.goto(at(''));
  await expect(page.locator('h1')).toHaveText(/^Tuesday,? 24 November 2026$/);
  await expect(page.locator('.lane h2 > b')).toHaveText(['New', 'Cross-listed', 'Updated']);
  await expect(page.locator('.receipt summary')).toHaveText(
    /Complete\s+10 announced\s+7 kept\s+2 outside our topics\s+1 in two categories/,
  );
  await page.locator('.receipt summary').click();
  await expect(page.locator('.receipt')).toContainText('Everything arXiv announced');
  await expect(page.locator('.end')).toHaveText('That is all for this day.');
});

test('a row shows title, authors, topics and badges; the rest unfolds in place', async ({
  page,
}) => {
  await page.goto(at(''));
  const row = page.locator(`[id="${ids.linked}"]`);
  await expect(row.locator('h3')).toContainText('folds laundry');
  await expect(row.locator('.venue')).toHaveText('CoRL 2026');
  await expect(row.locator('mark').first()).toHaveText('vision-language-action model');
  await expect(row.locator('.links')).toBeHidden();
  const place = () =>
    row.locator('.abs').evaluate((abstract) => abstract.getBoundingClientRect().top + scrollY);
  const before = await place();
  await row.locator('summary').click();
  await expect(row.locator('.links a')).toHaveText(['arXiv', 'PDF', 'HTML', 'Code', 'Project']);
  await expect(row.locator('.why')).toContainText('“vision-language-action');
  expect(await place()).toBe(before);
});

test('an unfolded row brings the whole abstract and every author', async ({ page }) => {
  await page.goto(at(''));
  const row = page.locator(`[id="${ids.many}"]`);
  await expect(row.locator('.by')).toHaveText(/Number1, .*Number3 … Author Number40 \+\s36/);
  await row.locator('.abs').click();
  await expect(row.locator('details .by')).toContainText('Author Number25');
  const whole = inventedPapers.find(({ id }) => id === ids.many)?.abstract ?? '';
  await expect(row.locator('.abs')).toHaveText(whole);
});

test('formulas are MathML, prices stay prices', async ({ page }) => {
  await page.goto(at(''));
  const title = page.locator(`[id="${ids.formula}"] h3`);
  await expect(title.locator('math')).toHaveCount(1);
  await expect(title).toContainText('at $5 and $6');
});

test('withdrawn and incomplete papers say so', async ({ page }) => {
  await page.goto(at(''));
  await expect(page.locator(`[id="${ids.withdrawn}"] .tags`)).toContainText('Withdrawn');
  await expect(page.locator(`[id="${ids.bare}"]`)).toContainText('The abstract is not here yet');
});

test('what a new version changed leads to the word diff', async ({ page }) => {
  await page.goto(at(pageKinds.day));
  const change = page.locator('.changed');
  await expect(change).toHaveText('v1 → v2: Title, Abstract, New links');
  await change.click();
  await expect(page.locator('#v2 del').first()).toHaveText('Slow');
  await expect(page.locator('#v2 ins').first()).toHaveText('Fast');
});

test('a paper page is complete, and Zotero can read it', async ({ page }) => {
  await page.goto(at(`papers/${ids.linked}/`));
  await expect(page.locator('h1')).toContainText('folds laundry');
  await expect(page.locator('.record')).toContainText('Accepted to CoRL 2026');
  await expect(page.locator('meta[name=citation_author]')).toHaveCount(3);
  await expect(page.locator('meta[name=citation_arxiv_id]')).toHaveAttribute('content', ids.linked);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'ScholarlyArticle' });
  await page.locator('.cite summary').click();
  await expect(page.locator('.cite pre')).toContainText('eprint = {2611.20004}');
});

test('an old-style id has its page', async ({ page }) => {
  await page.goto(at('papers/hep-th/9901001/'));
  await expect(page.locator('h1')).toHaveText('An old id for a robot arm');
});

test('what is not there is answered with a page that says what next', async ({ page }) => {
  const response = await page.goto(at(pageKinds.missing));
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('Not here · 页面不存在');
});

test('hostile text stays text on every page that shows it', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { __hit: (n: number) => console.error(`hostile string ${n} ran`) });
  });
  await page.goto(at(`days/${hostileDay}/`));
  await page
    .locator('.row details')
    .evaluateAll((rows) => rows.forEach((row) => row.toggleAttribute('open', true)));
  const hrefs = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect(new Set(hrefs)).toEqual(new Set(['http:', 'https:']));
  await expect(page.locator('.row script, .row img, .row iframe, .row [onclick]')).toHaveCount(0);
  const first = inventedPapers.filter(({ announced }) => announced === hostileDay);
  for (const { id, title } of first.slice(0, 8)) {
    await page.goto(at(`papers/${id}/`));
    expect(await page.title()).toContain(title.slice(0, 9));
  }
});

test('the days of a month are in its calendar', async ({ page }) => {
  await page.goto(at('months/2026-11/'));
  await page.locator(`.calendar a[href$="${newestDay}/"]`).click();
  await expect(page).toHaveURL(at(`days/${newestDay}/`));
});
