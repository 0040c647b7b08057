/** Marks on real papers: by keys and by hand, exported and brought back, in two tabs, from one visit to the next. */
import { readFileSync } from 'node:fs';
import { expect, test } from './real-test.ts';

test('papers are triaged by keys, taken back, kept in the saved list and exported in every form', async ({
  page,
  real,
}) => {
  await page.goto(real.at(real.kinds.day));
  for (const key of ['j', 's', 'x', 'r', 's', 'x', 'u']) await page.keyboard.press(key);
  await expect(page.locator('.row[data-hidden]')).toHaveCount(1);
  await expect(page.locator('.row[data-read]')).toHaveCount(1);
  await expect(page.locator('.star[aria-pressed=true]')).toHaveCount(2);
  await page.keyboard.press('v');
  await expect(page.locator('.saved')).toHaveCount(2);
  const exported = async (format: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.locator(`[data-format=${format}]`).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const ids = await page.locator('.saved').evaluateAll((rows) => rows.map(({ id }) => id));
  expect(ids).toContain(real.papers[0]?.id);
  for (const format of ['bib', 'ris', 'csv', 'json']) {
    const file = await exported(format);
    for (const id of ids) expect(file, format).toContain(id);
  }
});

test('notes and tags are searched, go out as a file and come back merged with what is there', async ({
  page,
  real,
}) => {
  const [first, second] = real.papers;
  await page.goto(real.at(real.kinds.day));
  await page.locator(`[id="${first?.id}"] .star`).click();
  await page.goto(real.at('saved/'));
  await page.locator('.saved textarea').fill('for Tuesday');
  await page.locator('.saved input[type=text]').fill('vla, reading group');
  await page.locator('.saved textarea').focus();
  const download = page.waitForEvent('download');
  await page.locator('[data-format=json]').click();
  const file = await (await download).path();
  await page.evaluate(() => localStorage.removeItem('marks'));
  await page.goto(real.at(real.kinds.day));
  await page.locator(`[id="${second?.id}"] .star`).click();
  await page.goto(real.at('saved/'));
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.locator('.saved')).toHaveCount(2);
  await page.locator('.saved-tools input[type=search]').fill('reading group');
  await expect(page.locator('.saved')).toHaveCount(1);
  await expect(page.locator('.saved')).toHaveAttribute('id', first?.id ?? '');
  await expect(page.locator('.saved textarea')).toHaveValue('for Tuesday');
});

test('a list travels in the fragment of a link and is taken only when asked', async ({
  page,
  real,
}) => {
  const ids = real.papers.slice(0, 3).map(({ id }) => id);
  await page.goto(real.at(`saved/#ids=${ids.join(',')}`));
  await expect(page.locator('.did')).toContainText('3 papers in this link');
  await expect(page.locator('.saved')).toHaveCount(0);
  await page.locator('.did button').click();
  await expect(page.locator('.saved')).toHaveCount(3);
  await expect(page.locator('.saved h3').first()).not.toBeEmpty();
});

test('two tabs lose nothing to each other', async ({ page, context, real }) => {
  const [first, second] = real.papers;
  await page.goto(real.at(real.kinds.day));
  const other = await context.newPage();
  await other.goto(real.at(real.kinds.day));
  await page.locator(`[id="${first?.id}"] .star`).click();
  await other.locator(`[id="${second?.id}"] .star`).click();
  for (const tab of [page, other])
    await expect(tab.locator('.row .star[aria-pressed=true]')).toHaveCount(2);
});

test('who was away is told what came since, by day and by topic', async ({ page, real }) => {
  const [newest = '', , , seen = ''] = real.days;
  const missed = real.days.slice(0, 3).map(real.papersOn);
  await page.addInitScript(
    ([visit, at]) => {
      const marks = { v: 1, papers: {}, visit: { last: visit, current: visit, at } };
      localStorage.setItem('marks', JSON.stringify(marks));
    },
    [seen, Date.parse(`${seen}T09:00:00Z`)] as const,
  );
  await page.goto(real.at(''));
  await page.locator('.since summary').click();
  const n = missed.flat().length;
  await expect(page.locator('.since summary')).toContainText(`${n} new papers, 3 days`);
  await expect(page.locator(`.since a[href$="days/${newest}/"]`)).toBeVisible();
  const grasped = missed
    .flat()
    .filter(({ topics }) => topics.some(({ topic }) => topic === 'manipulation'));
  await expect(
    page.locator('.since li', { has: page.locator('a[href$="topics/manipulation/"]') }),
  ).toContainText(String(grasped.length));
});

test('keys move, unfold, lead on and are listed; switched off, they leave the page alone', async ({
  page,
  real,
}) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(real.at(real.kinds.day));
  const title = (n: number) => page.locator('.row h3 a').nth(n);
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
  await expect(title(0)).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.locator('.row').first().locator('.links')).toBeVisible();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(real.at(`papers/${real.papers[0]?.id}/`));
  await page.goBack();
  const before = `days/${real.days[real.days.indexOf(real.day) + 1]}/`;
  for (const [key, path] of [
    ['[', before],
    [']', real.kinds.day],
  ] as const) {
    await expect(page.locator('.row .star').first()).toBeAttached(); // keys are listened to
    await page.keyboard.press(key);
    await expect(page).toHaveURL(real.at(path));
  }
  await expect(page.locator('.row .star').first()).toBeAttached();
  await page.keyboard.press('?');
  await expect(page.locator('.legend dt')).not.toHaveCount(0);
  await page.locator('.legend input').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.locator('.legend')).toHaveCount(0);
  for (const key of ['j', 's', 'g']) await page.keyboard.press(key);
  await expect(page.locator('.row h3 a:focus, .star[aria-pressed=true]')).toHaveCount(0);
  await expect(page).toHaveURL(real.at(real.kinds.day));
});
