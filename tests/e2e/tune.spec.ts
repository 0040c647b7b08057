import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ids } from './invented-site.ts';
import { at, expect, test } from './site-test.ts';
import { violationsIn } from './violations.ts';

const own = readFileSync(join(import.meta.dirname, 'site-config.yaml'), 'utf8');

test('shows the site’s own file, valid, and says what it keeps of the recent papers', async ({
  page,
}) => {
  await page.goto(at('tune/'));
  await expect(page.locator('#tune-config')).toHaveValue(own);
  await expect(page.locator('.tune-state')).toHaveText('Valid.');
  await page.locator('.tune-look').click();
  await expect(page.locator('.tune-result')).toContainText('Nothing changes.');
  await expect(page.locator('.tuned details')).toHaveCount(8);
});

test('a phrase that is added brings its papers, one that is taken away loses them', async ({
  page,
}) => {
  await page.goto(at('tune/'));
  const field = page.locator('#tune-config');
  await expect(field).toHaveValue(own);
  await field.fill(own.replace('[tactile sensing]', '[laundry]'));
  const touch = page.locator('.tuned details', { hasText: 'Touch sensing' }).first();
  await expect(touch.locator('summary ins')).toHaveText(/^\+\d+$/);
  await expect(touch.locator('summary del')).toHaveText(/^−\d+$/);
  await touch.locator('summary').click();
  await expect(touch.locator(`a[href$="papers/${ids.linked}/"]`)).toBeVisible();
  await expect(touch.locator('tr', { hasText: 'laundry' })).toContainText('new');
  await expect(touch.locator('tr', { hasText: 'tactile sensing' })).toContainText('removed');
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await violationsIn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('tells the problems in the words of the command line, with the line', async ({ page }) => {
  await page.goto(at('tune/'));
  const field = page.locator('#tune-config');
  await expect(field).toHaveValue(own);
  await field.fill(
    own.replace('cs.LG: matching', 'cs.LG: some').replace('group: decision', 'group: decsion'),
  );
  await expect(page.locator('.tune-state')).toHaveText('2 problems');
  const first = page.locator('.tune-problems li').first();
  await expect(first).toContainText(
    'arxiv.categories["cs.LG"]: expected `all` or `matching`, found "some"',
  );
  await expect(page.locator('.tune-problems li').last()).toContainText('did you mean `decision`?');
  await first.locator('button').click();
  expect(
    await field.evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    ),
  ).toBe('    cs.LG: some');
  await field.fill('a: [');
  await expect(page.locator('.tune-problems li').first()).toContainText('not valid YAML');
});

test('what was typed survives a reload, and the site’s file comes back when asked for', async ({
  page,
}) => {
  await page.goto(at('tune/'));
  const field = page.locator('#tune-config');
  await expect(field).toHaveValue(own);
  await field.fill('site: mine');
  await page.reload();
  await expect(field).toHaveValue('site: mine');
  await page.locator('.tune-reset').click();
  await expect(field).toHaveValue(own);
  await expect(page.locator('.tune-state')).toHaveText('Valid.');
});

test('papers that cannot be loaded are said so, and a later try works', async ({
  page,
  complaints,
}) => {
  await page.route('**/api/v1/days/**', (route) => route.abort());
  await page.goto(at('tune/'));
  await page.locator('.tune-look').click();
  await expect(page.locator('.tune-state')).toContainText('could not be loaded');
  await page.unroute('**/api/v1/days/**');
  await page.locator('.tune-look').click();
  await expect(page.locator('.tuned details').first()).toBeVisible();
  complaints.length = 0; // the browser reports the aborted requests
});

test('copies the file and opens GitHub’s editor of the repository that is named', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route('https://github.com/**', (route) => route.fulfill({ body: 'editor' }));
  await page.goto(at('tune/'));
  const field = page.locator('#tune-config');
  await expect(field).toHaveValue(own);
  const repository = page.locator('[name=repository]');
  await repository.fill('nothing');
  await page.locator('.tune-take [type=submit]').click();
  await expect(page.locator('.tune-take output')).toContainText('owner/name');
  await repository.fill('someone/pulse');
  const opened = context.waitForEvent('page');
  await page.locator('.tune-take [type=submit]').click();
  expect((await opened).url()).toBe('https://github.com/someone/pulse/edit/main/config.yaml');
  await page.bringToFront();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(own);
});

test('is Chinese under /zh/, and about says what the config says', async ({ page }) => {
  await page.goto(at('zh/tune/'));
  await expect(page.locator('.tune-state')).toHaveText('格式正确。');
  await page.goto(at('about/'));
  await expect(page.locator('#covered')).toContainText('cross-listed to, cs.RO.');
  await expect(page.locator('#covered')).toContainText(
    'Of cs.LG: the papers that one of the 7 topics',
  );
  await page.goto(at('zh/about/'));
  await expect(page.locator('h1')).toHaveText('关于');
});
