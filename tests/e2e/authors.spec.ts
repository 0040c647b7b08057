import { crowdedDay, ids, inventedPapers } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

const byMei = inventedPapers.filter(({ authors }) =>
  authors.some(({ name }) => name === 'Mei Zhang'),
);

/** The front page of authors leads on by itself, which a busy machine takes long for. */
const twoPages = { timeout: 60_000 };

test('an author with three papers has a place, alone in view, with the caution', async ({
  page,
}) => {
  await page.goto(at(pageKinds.author));
  const place = page.locator('#mei-zhang');
  await expect(place.locator('h2')).toHaveText('Mei Zhang');
  await expect(place).toContainText(`${byMei.length} papers`);
  await expect(place.locator('li').first()).toContainText('2026-11-24');
  await expect(page.locator('main')).toContainText('arXiv states names, not persons');
  await expect(page.locator('.authors section:visible')).toHaveCount(1);
});

test('names that differ in their marks share a place', async ({ page }) => {
  await page.goto(at('author/luk/#lukasz-dvorak'));
  await expect(page.locator('#lukasz-dvorak h2')).toHaveText('Łukasz Dvořák');
});

test('a paper leads to its authors, and one with too few papers to a search', async ({ page }) => {
  await page.goto(at(`papers/${ids.linked}/`));
  await page.locator('.paper .by a', { hasText: 'Mei Zhang' }).click();
  await expect(page).toHaveURL(/author\/mei\/#mei-zhang$/, twoPages);
  await page.goBack();
  await expect(page).toHaveURL(at(`papers/${ids.linked}/`));
  await page.goto(at(`papers/${ids.many}/`));
  const names = page.locator('.paper .by a');
  await expect(names).toHaveCount(40);
  await names.last().click();
  await expect(page.locator('.find-author [role=status]')).toContainText(
    'Fewer than three papers by “Author Number40”',
  );
  await expect(page.locator('.find-author a')).toHaveAttribute(
    'href',
    /search\/\?q=Author\+Number40$/,
  );
});

test('the pane beside a list links authors too', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(at(`days/${crowdedDay}/`));
  await page.locator('.row h3 a').first().click();
  await expect(page.locator('.pane .by a')).toHaveCount(3);
});

test('the front page finds an author however the name is typed', async ({ page }) => {
  await page.goto(at('zh/authors/'));
  await page.locator('[name=name]').fill('jurgen MULLER');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/author\/jur\/#jurgen-muller$/, twoPages);
  await expect(page.locator('#jurgen-muller h2')).toHaveText('Jürgen Müller');
});

test('without a script the front page leads to every author', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at('authors/'));
  await page.locator('.author-letters a', { hasText: 'mei' }).click();
  await expect(page.locator('#mei-zhang h2')).toBeVisible();
  await context.close();
});
