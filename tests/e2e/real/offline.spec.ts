import { serveSite } from '../serve-site.ts';
import { expect, test } from './real-test.ts';

test.use({ serviceWorkers: 'allow' });

test('the last seven days of the real records open without a network, and marks made there stay', async ({
  page,
  context,
  real,
  complaints,
}) => {
  const server = await serveSite(real.dir, '/pulse/');
  await page.goto(server.url);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
    .toBe('activated');
  await context.setOffline(true);
  for (const day of real.days.slice(0, 7)) {
    await page.goto(`${server.url}days/${day}/`);
    await expect(page.locator('.row'), day).toHaveCount(real.papersOn(day).length);
  }
  const [paper] = real.papersOn(real.days[6] ?? '');
  await page.locator(`[id="${paper?.id}"] .star`).click();
  await page.goto(`${server.url}papers/${paper?.id}/`);
  await expect(page.locator('.paper .abs')).not.toBeEmpty();
  await page.goto(`${server.url}topics/manipulation/`);
  await expect(page.locator('h1')).toHaveText('You are offline');
  await context.setOffline(false);
  await page.goto(`${server.url}saved/`);
  await expect(page.locator('.saved')).toHaveAttribute('id', paper?.id ?? '');
  complaints.length = 0; // what is not kept cannot be fetched, and the browser says so
  await context.close(); // connections that are kept open would hold the server
  server.close();
});
