import { at, expect, freshAfternoon, pageKinds, test } from './site-test.ts';

const later = (days: number) => new Date(freshAfternoon.getTime() + days * 86_400_000);

test('no page speaks of age while the record is as new as the calendar says', async ({ page }) => {
  for (const path of [pageKinds.home, pageKinds.day, pageKinds.paper]) {
    await page.goto(at(path), { waitUntil: 'networkidle' });
    await expect(page.locator('.banner')).toHaveCount(0);
  }
});

test('the day after Thanksgiving, which has no listing, is not counted', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-28T18:00:00Z'));
  await page.goto(at(pageKinds.home));
  await expect(page.locator('.banner')).toContainText('2 mailing days');
});

for (const [kind, path] of Object.entries({
  home: pageKinds.home,
  day: pageKinds.day,
  paper: pageKinds.paper,
})) {
  test(`a dead pipeline shows on a ${kind} page, with where to look`, async ({ page }) => {
    await page.clock.setFixedTime(later(7));
    await page.goto(at(path));
    const banner = page.locator('.banner');
    await expect(banner).toContainText('4 mailing days');
    await expect(banner.getByRole('link')).toHaveAttribute('href', at('health/'));
  });
}

test('an archive page asks the site once, and not again while the answer is good', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/status.json')) asked.push(request.url());
  });
  for (const path of [pageKinds.day, pageKinds.paper, pageKinds.month])
    await page.goto(at(path), { waitUntil: 'networkidle' });
  expect(asked).toHaveLength(1);
});

test('it is said in Chinese to who reads Chinese, and leads to the Chinese page', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.clock.setFixedTime(later(7));
  await page.goto(at(pageKinds.day));
  await expect(page.locator('.banner')).toContainText('4 个公布日');
  await expect(page.locator('.banner a')).toHaveAttribute('href', at('zh/health/'));
  await context.close();
});
