import { expect, test } from './real-test.ts';

test('a paper’s page is complete, can be cited, and names similar papers that it leads to', async ({
  page,
  context,
  real,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const paper = real.papers[0];
  await page.goto(real.at(real.kinds.paper));
  await expect(page.locator('meta[name=citation_author]')).toHaveCount(paper?.authors.length ?? 0);
  await expect(page.locator('meta[property="og:image"]')).toHaveCount(1);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'ScholarlyArticle' });
  const abstract = (await page.locator('.paper .abs').textContent()) ?? '';
  expect(abstract.length).toBeGreaterThan((paper?.abstract.length ?? 0) * 0.9);
  await page.locator('.cite summary').click();
  await page.getByRole('button', { name: /BibTeX/ }).click();
  await expect(page.getByRole('button', { name: /BibTeX/ })).toHaveText(/copied/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    `eprint = {${paper?.id}}`,
  );
  const similar = page.locator('.similar li a');
  expect(await similar.count()).toBeGreaterThan(0);
  const title = (await similar.first().textContent()) ?? '';
  await similar.first().click();
  await expect(page.locator('.paper h1')).toContainText(title.trim().slice(0, 20));
});

test('what a new version changed in title and abstract is shown word by word', async ({
  page,
  real,
}) => {
  await page.goto(real.at(real.kinds.revised));
  const before = real.revised.history.find(({ title, abstract }) => title && abstract);
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
  for (const [name, text] of [
    ['Title', before?.title],
    ['Abstract', before?.abstract],
  ] as const) {
    const change = page.locator(`.versions dt:text-is("${name}") + dd`).first();
    await expect(change.locator('del').first()).toBeVisible();
    await expect(change.locator('ins').first()).toBeVisible();
    // Without what was added it reads as before, with dots for what stayed.
    const left = await change.evaluate((dd) =>
      [...dd.childNodes]
        .filter(({ nodeName }) => nodeName !== 'INS')
        .map((n) => n.textContent)
        .join(''),
    );
    for (const part of left.split('…')) expect(words(text ?? '')).toContain(words(part));
  }
});
