/** A full day of the real records: long titles, formulas, some ninety papers. */
import { expect, shown, test } from './real-test.ts';

test('lists its papers in lanes, and comes to an end', async ({ page, real }) => {
  await page.goto(real.at(real.kinds.crowded));
  const papers = real.papersOn(real.kinds.crowded.slice(5, 15));
  const lanes = [...Map.groupBy(papers, ({ lane }) => lane).values()];
  expect(lanes).toHaveLength(2);
  await expect(page.locator('.lane h2 > b')).toHaveText(['New', 'Cross-listed']);
  await expect(page.locator('.lane h2 > span')).toHaveText(lanes.map((of) => String(of.length)));
  await expect(page.locator('.row')).toHaveCount(papers.length);
  // Rows are laid out as they come near, so that the end moves away at first.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const all = `${papers.length} of ${papers.length}`;
    await expect(page.locator('[data-progress]')).toHaveText(all, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.goto(real.at(''));
  await expect(page.locator('[data-due]').first()).toHaveText(/\d\d:\d\d/);
});

test('a row shows venue, matched phrase and code, and unfolds whole with its why and what it mentions', async ({
  page,
  real,
}) => {
  await page.goto(real.at(real.kinds.day));
  await expect(page.locator('.row .venue')).toHaveCount(
    real.papers.filter(({ venue }) => venue).length,
  );
  await expect(page.locator('.row .has')).toHaveCount(
    real.papers.filter(({ links }) => links.some(({ kind }) => kind === 'code')).length,
  );
  const paper = real.papers.find(
    ({ facets, topics, authors }) => facets.length > 1 && topics.length > 1 && authors.length > 5,
  );
  const row = page.locator(`[id="${paper?.id}"]`);
  await expect(row.locator('.by').first()).toContainText(
    ` +\u202F${(paper?.authors.length ?? 0) - 4}`,
  );
  await expect(row.locator('.tags a[href*="/topics/"]')).toHaveCount(paper?.topics.length ?? 0);
  await expect(row.locator('.why')).toBeHidden();
  const place = () =>
    row.locator('.abs').evaluate((abstract) => abstract.getBoundingClientRect().top);
  await row.locator('summary').hover(); // it comes into sight, and the rows around it are laid out
  const before = await place();
  await row.locator('summary').click();
  expect(Math.abs((await place()) - before)).toBeLessThan(1);
  await expect(row.locator('.why li')).toHaveCount(paper?.topics.length ?? 0);
  await expect(row.locator('.why')).toContainText(`“${paper?.topics[0]?.phrase}”`);
  await expect(row.locator('mark').first()).toBeVisible();
  await expect(row.locator('.facets')).toContainText('Mentioned in the abstract');
  await expect(row.locator('.facets [data-facet]')).toHaveCount(paper?.facets.length ?? 0);
  await expect(row.locator('.links a').first()).toHaveAttribute('href', /arxiv\.org\/abs\//);
  await expect
    .poll(async () => (await row.locator('.abs').textContent())?.length ?? 0)
    .toBeGreaterThan((paper?.abstract.length ?? 0) * 0.9);
});

test('is flat or by topic as the reader likes, and stays so on the day before', async ({
  page,
  real,
}) => {
  await page.goto(real.at(real.kinds.day));
  await page.locator('.filter').click();
  await page.getByLabel('By topic').check();
  const groups = page.locator('.lane.made');
  await expect(groups.locator('h2 > span')).not.toHaveCount(0);
  const counts = await groups.locator('h2 > span').allTextContents();
  const first = new Set(real.papers.map(({ topics }) => topics[0]?.topic));
  expect(counts).toHaveLength(first.size);
  expect(counts.reduce((sum, n) => sum + Number(n), 0)).toBe(real.papers.length);
  await page.keyboard.press('Escape');
  await page.locator('a[rel=prev]').first().click();
  await expect(page).toHaveURL(real.at(`days/${real.days[real.days.indexOf(real.day) + 1]}/`));
  await expect(groups).not.toHaveCount(0);
  await page.locator('.filter').click();
  await page.getByLabel('As announced').check();
  await expect(groups).toHaveCount(0);
  await expect(page.locator(shown).first()).toBeVisible();
});
