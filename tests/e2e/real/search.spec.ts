import { expect, test } from './real-test.ts';

test('a real paper is found by its title, an author and its id, as they are typed', async ({
  page,
  real,
}) => {
  const paper = real.papers.find(({ title }) => /^[\w :,-]{40,90}$/.test(title));
  if (!paper) throw new Error('no paper with a plain title');
  await page.goto(real.at('search/'));
  for (const query of [paper.title, paper.id]) {
    await page.locator('#q').fill(query);
    await expect(page.locator('#found .row').first()).toHaveAttribute('id', paper.id);
  }
  await page.locator('#q').fill(paper.authors[0]?.name ?? '');
  await expect(page.locator(`#found .row[id="${paper.id}"]`)).toHaveCount(1);
});

test('words are found by their stems and marked, Chinese words by topic, and results lead to papers', async ({
  page,
  real,
}) => {
  await page.goto(real.at('search/?q=grasps'));
  await expect(page.locator('#found mark').first()).toHaveText(/grasp/i);
  await page.goto(real.at('zh/search/'));
  await page.locator('#q').fill('触觉');
  const first = page.locator('#found .row').first();
  await expect(first.locator('.tags a[href$="/topics/tactile/"]')).toHaveCount(1);
  const id = await first.getAttribute('id');
  await first.locator('h3 a').click();
  await expect(page).toHaveURL(real.at(`papers/${id}/`));
});
