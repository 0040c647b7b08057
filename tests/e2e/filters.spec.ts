import { ids } from './invented-site.ts';
import { watchShifts } from './looks.ts';
import { at, expect, pageKinds, test } from './site-test.ts';
import { colourRules, violationsIn } from './violations.ts';

const shown = '.row:not([hidden])';

test('a day is filtered by topic, code and words; the address brings it back', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(at(pageKinds.busy));
  await page.locator('.filter').click();
  await expect(page.locator('.sift [name=q]')).toBeFocused();
  const topic = page.locator('.sift label', { hasText: 'Touch sensing' });
  await expect(topic.locator('b')).toHaveText('25');
  await topic.locator('input').check();
  await expect(page.locator(shown)).toHaveCount(25);
  await expect(page.locator('.sift label', { hasText: 'Humanoids' }).locator('b')).toHaveText('25');
  await page.locator('.sift [name=q]').fill('xenolith');
  await expect(page.locator('.chosen b')).toHaveText('0 of 100 papers');
  await page.locator('.sift [name=q]').fill('basalt');
  await expect(page.locator(shown)).toHaveCount(25);
  await expect(page).toHaveURL(/\?q=basalt&topic=tactile$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.sift')).toHaveCount(0);
  await expect(page.locator('.filter')).toBeFocused();
  await page.locator(`${shown} h3 a`).first().click();
  await page.goBack();
  await expect(page.locator(shown)).toHaveCount(25);
  await expect(page.locator('[data-progress]')).toHaveText('25 of 100');
});

test('words are looked for in whole abstracts, which rows do not carry', async ({ page }) => {
  await page.goto(at(`${pageKinds.busy}?q=xenolith`));
  await expect(page.locator(shown)).toHaveCount(10);
  await page.goto(at(`${pageKinds.busy}?without=xenolith&code=yes`));
  await expect(page.locator('.chosen b')).toHaveText(/of 100 papers$/);
  await expect(page.locator(`${shown} .has`)).toHaveCount(await page.locator(shown).count());
});

test('what is chosen is taken back one by one, and all at once', async ({ page }) => {
  await page.goto(at(`${pageKinds.busy}?topic=tactile&category=cs.LG&q=nowhere`));
  await expect(page.locator('.chosen')).toContainText('No paper here fits');
  await expect(page.locator(shown)).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove with nowhere' }).click();
  await expect(page.locator(shown)).toHaveCount(5);
  await page.getByRole('button', { name: 'Remove Touch sensing' }).click();
  await expect(page.locator(shown)).toHaveCount(20);
  await page.getByRole('button', { name: 'Remove cs.LG' }).click();
  await expect(page.locator(shown)).toHaveCount(100);
  await expect(page).toHaveURL(at(pageKinds.busy));
});

test('what is mentioned and venues filter; facets of two kinds are both asked for', async ({
  page,
}) => {
  await page.goto(at(`${pageKinds.busy}?facet=hardware/gripper&facet=embodiment/humanoid`));
  await expect(page.locator(shown)).toHaveCount(0);
  await page.goto(at(`${pageKinds.busy}?facet=hardware/gripper&facet=hardware/skin`));
  await expect(page.locator(shown)).toHaveCount(50);
  await page.goto(at(`${pageKinds.busy}?venue=CoRL`));
  await expect(page.locator(shown)).toHaveCount(5);
});

test('papers are grouped by topic or sorted by citations, and as announced again', async ({
  page,
}) => {
  await page.goto(at(pageKinds.busy));
  const first = page.locator(`${shown} h3`).first();
  await page.locator('.filter').click();
  await page.getByLabel('Most cited first').check();
  await expect(first).toHaveText('Paper 100 of a busy day');
  await page.getByLabel('By topic').check();
  await expect(page.locator('.lane.made h2 > b')).toHaveText([
    'Touch sensing',
    'Vision-language-action models',
    'Imitation learning',
    'Legged locomotion',
  ]);
  await page.getByLabel('As announced').check();
  await page.getByLabel('Newest first').check();
  await expect(first).toHaveText('Paper 1 of a busy day');
  await expect(page.locator('.lane.made')).toHaveCount(0);
});

test('a list that is grouped stays so on the next day', async ({ page }) => {
  await page.goto(at(pageKinds.busy));
  await page.locator('.filter').click();
  await page.getByLabel('By topic').check();
  await page.goto(at(pageKinds.crowded));
  await expect(page.locator('.lane.made h2 > b')).toHaveText(['Manipulation & grasping']);
});

test('a filtered view shows the lines of config.yaml that make it a feed', async ({ page }) => {
  await page.goto(at(`${pageKinds.busy}?q=basal&topic=tactile&code=yes`));
  await page.locator('.filter').click();
  await page.locator('.sift-feed summary').click();
  await expect(page.locator('.sift-feed pre')).toContainText('- "basalt"');
  await expect(page.locator('.sift-feed')).toContainText('left out: Topic, With code');
});

test('a topic and its month are filtered', async ({ page }) => {
  await page.goto(at(`${pageKinds.topic}?code=yes`));
  await expect(page.locator(shown)).toHaveCount(1);
  await expect(page.locator(shown)).toHaveAttribute('id', ids.linked);
  await page.goto(at(`topics/tactile/2026-11/?category=cs.LG`));
  await expect(page.locator(shown)).toHaveCount(5);
  await page.locator('.filter').click();
  await page.locator('.sift [name=q]').fill('trial 15, silicone');
  await expect(page.locator(shown)).toHaveCount(0);
  await page.locator('.sift [name=category][value="cs.LG"]').uncheck();
  await expect(page.locator(shown)).toHaveCount(0); // titles and authors hold none of it
  await page.getByRole('button', { name: 'Look in the abstracts too' }).click();
  await expect(page.locator('.sift-words .quiet')).toHaveCount(0);
  await expect(page.locator(shown)).toHaveCount(2);
});

test('a month, which lists days, shows its papers when it is filtered', async ({ page }) => {
  await page.goto(at('months/2026-11/?topic=tactile'));
  await expect(page.locator('.month-papers .row')).toHaveCount(26);
  await expect(page.locator('.main .months')).toBeHidden();
  await expect(page.locator('.month-papers .tags a').first()).toHaveAttribute(
    'href',
    new URL(at('topics/tactile/')).pathname,
  );
  await expect(page.locator('.month-papers .row .star').first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove Touch sensing' }).click();
  await expect(page.locator('.main .months')).toBeVisible();
  await expect(page.locator('.month-papers .row')).toHaveCount(0);
});

test('every list has the most cited first, with its filters', async ({ page }) => {
  const first = page.locator(`${shown} h3`).first();
  for (const path of ['topics/tactile/', 'topics/tactile/2026-11/', 'months/2026-11/']) {
    await page.goto(at(`${path}?topic=tactile&order=citations`));
    await expect(first).toHaveText('Paper 91 of a busy day');
    await page.goto(at(`${path}?topic=tactile&category=cs.LG&order=citations`));
    await expect(first).toHaveText('Paper 91 of a busy day');
    await expect(page.locator(shown)).toHaveCount(5);
  }
  await page.goto(at('topics/tactile/?category=cs.LG'));
  await page.locator('.filter').click();
  await page.getByLabel('Most cited first').check();
  await expect(first).toHaveText('Paper 91 of a busy day');
  await page.getByLabel('Newest first').check();
  await expect(first).toHaveText('Paper 11 of a busy day');
  await page.goto(at(pageKinds.day));
  for (const id of [ids.formula, ids.linked]) await page.locator(`[id="${id}"] .star`).click();
  await page.goto(at('saved/?order=citations'));
  await expect(page.locator('.saved').first()).toHaveAttribute('id', ids.linked);
});

test('counts that cannot be loaded leave a topic as it is, and say so', async ({
  page,
  complaints,
}) => {
  await page.route('**/api/v1/months/**', (route) => route.abort());
  await page.goto(at('topics/tactile/?order=citations'));
  await expect(page.locator('.banner')).toContainText('citation counts could not be loaded');
  await expect(page.locator(shown)).not.toHaveCount(0);
  await page.unroute('**/api/v1/months/**');
  await page.locator('.filter').click();
  await page.getByLabel('Newest first').check();
  await page.getByLabel('Most cited first').check();
  await expect(page.locator(`${shown} h3`).first()).toHaveText('Paper 91 of a busy day');
  complaints.length = 0; // the browser reports the aborted request
});

test('a day grouped by topic keeps its groups under filters and order, and says how many of each', async ({
  page,
}) => {
  await page.goto(at(`${pageKinds.busy}?group=topic&code=yes`));
  const heads = page.locator('.lane.made:not([hidden]) h2');
  await expect(heads).toHaveCount(1);
  await expect(heads).toContainText('25');
  await page.goto(at(`${pageKinds.busy}?group=topic&category=cs.LG&order=citations`));
  await expect(heads).toHaveCount(4);
  await expect(heads.locator('span')).toHaveText(Array(4).fill('5 / 25'));
  const touch = page.locator('.lane.made', { hasText: 'Touch sensing' }).locator(`${shown} h3`);
  await expect(touch.first()).toHaveText('Paper 91 of a busy day');
  await page.locator('.filter').click();
  await page.getByLabel('As announced').check();
  await expect(page.locator('.lane.made')).toHaveCount(1);
  await page.getByLabel('Newest first').check();
  await expect(page.locator('.lane.made')).toHaveCount(0);
  await expect(page.locator(shown)).toHaveCount(20);
});

test('the saved list is filtered, and what is exported is what is shown', async ({ page }) => {
  await page.goto(at(''));
  for (const id of [ids.linked, ids.formula]) await page.locator(`[id="${id}"] .star`).click();
  await page.goto(at('saved/'));
  await expect(page.locator('.saved')).toHaveCount(2);
  await page.goto(at('saved/?code=yes'));
  await expect(page.locator('.saved:not([hidden])')).toHaveCount(1);
  await expect(page.locator('.saved:not([hidden])')).toHaveAttribute('id', ids.linked);
  const download = page.waitForEvent('download');
  await page.locator('[data-format=csv]').click();
  const { readFileSync } = await import('node:fs');
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain(ids.linked);
  expect(csv).not.toContain(ids.formula);
});

test('a search is narrowed by category, mention and unwanted words', async ({ page }) => {
  await page.goto(at('search/?q=busy&facet=embodiment/humanoid&category=cs.LG&order=newest'));
  await expect(page.locator('.search-state')).toContainText('5 papers');
  await page.locator('[name=category]').selectOption('');
  await expect(page.locator('.search-state')).toContainText('25 papers');
  await page.locator('[name=without]').fill('xenolith');
  await expect(page.locator('.search-state')).toContainText('20 papers');
  await expect(page).toHaveURL(/without=xenolith/);
});

for (const width of [390, 1440]) {
  test(`a filtered list comes without a jump, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(watchShifts);
    await page.goto(at(`${pageKinds.busy}?topic=tactile&code=yes`), { waitUntil: 'networkidle' });
    await expect(page.locator('.chosen b')).toContainText('of 100');
    expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.001);
  });
}

test('filters that cannot be loaded are said so, the list stays, and a later try works', async ({
  page,
  complaints,
}) => {
  await page.route('**/filters.json', (route) => route.abort());
  await page.goto(at(`${pageKinds.busy}?topic=tactile`));
  await expect(page.locator('.banner')).toContainText('could not be loaded');
  await expect(page.locator('.row').first()).toBeVisible();
  await page.unroute('**/filters.json');
  await page.locator('.filter').click();
  await expect(page.locator(shown)).toHaveCount(25);
  complaints.length = 0; // the browser reports the aborted request
});

test('without the file of the day, filters work on what the page shows, and say so', async ({
  page,
  complaints,
}) => {
  await page.route('**/api/v1/days/**', (route) => route.abort());
  await page.goto(at(`${pageKinds.busy}?topic=tactile`));
  await expect(page.locator(shown)).toHaveCount(25);
  await page.locator('.filter').click();
  await expect(page.locator('.sift .notice')).toContainText('in what the page shows');
  complaints.length = 0; // the browser reports the aborted request
});

test('a day without a file of its own is filtered by its month, and says where words are looked for', async ({
  page,
}) => {
  await page.route(`${at(pageKinds.busy)}?*`, async (route) => {
    const answer = await route.fetch();
    const old = /api\/v1\/days\/(\d{4}-\d{2})-\d{2}\.json/;
    const body = (await answer.text()).replace(old, 'api/v1/months/$1.json');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(at(`${pageKinds.busy}?topic=tactile&category=cs.LG`));
  await expect(page.locator(shown)).toHaveCount(5);
  await page.locator('.filter').click();
  await expect(page.locator('.sift .notice')).toContainText('in what the page shows');
  await page.locator('.sift [name=q]').fill('xenolith'); // stands where rows have ended
  await expect(page.locator(shown)).toHaveCount(0);
});

test('of a list whose days have no files of their own, abstracts are not asked for in vain', async ({
  page,
}) => {
  await page.route('**/api/v1/days.json', (route) =>
    route.fulfill({ json: { total: 0, days: [] } }),
  );
  await page.goto(at(`topics/tactile/2026-11/`));
  await page.locator('.filter').click();
  await page.getByRole('button', { name: 'Look in the abstracts too' }).click();
  await expect(page.locator('.sift .notice')).toContainText('not every whole abstract');
  await expect(page.locator('.sift-words .quiet')).toHaveCount(0);
});

test('the open filters have no accessibility violation in either theme', async ({ page }) => {
  await page.goto(at(`${pageKinds.busy}?topic=tactile&facet=hardware/skin`));
  await page.locator('.filter').click();
  await page.locator('.sift-feed summary').click();
  expect(await violationsIn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsIn(page, { rules: colourRules })).toEqual([]);
});
