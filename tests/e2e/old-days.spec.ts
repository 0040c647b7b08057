import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Paper } from '../../src/paper.ts';
import { planForms } from '../../src/query/month-forms.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { samplePaper } from '../archive/sample-papers.ts';
import { runAstro } from './build-site.ts';
import { serveSite } from './serve-site.ts';

test.describe.configure({ mode: 'serial' });

/** So small a budget that the archive below takes more than a tenth of it, and less than all. */
const BUDGET_MB = 90;
const MONTHS = Array.from({ length: 8 }, (_, at) => `2026-0${at + 1}`);
const [OLD = ''] = MONTHS;
const NEW = MONTHS.at(-1) ?? '';

const papersOf = (month: string): Paper[] =>
  Array.from({ length: 220 }, (_, number) =>
    samplePaper({
      id: `${month.slice(2).replace('-', '')}.${String(number + 1).padStart(5, '0')}`,
      title: `Robotic manipulation, part ${number + 1} of ${month}`,
      abstract: `We study robotic manipulation by a humanoid with <b>hands</b>, part ${number + 1}.`,
      announced: `${month}-${number < 5 ? '03' : '04'}`,
    }),
  );

const base = '/pulse/';
const dir = mkdtempSync(join(tmpdir(), 'pulse-old-'));
let server: Awaited<ReturnType<typeof serveSite>>;
const at = (path: string): string => new URL(path, server.url).href;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const papers = MONTHS.map(papersOf);
  const sizes = papers.map((some, index) => ({
    month: MONTHS[index] ?? '',
    papers: some.length,
    bytes: some.reduce((sum, paper) => sum + JSON.stringify(paper).length + 1, 0),
  }));
  const { dayFilesFrom, fullFrom } = planForms(sizes, BUDGET_MB * 1e6);
  expect([dayFilesFrom, fullFrom]).toEqual([MONTHS[2], OLD]);
  const data = join(dir, 'data');
  mkdirSync(data, { recursive: true });
  commitSnapshot(data, { base: openSnapshot(data), papers: papers.flat() });
  const config = readFileSync(join(import.meta.dirname, 'site-config.yaml'), 'utf8');
  const configFile = join(dir, 'config.yaml');
  writeFileSync(configFile, config.replace(/^site:\n/m, `site:\n  budget_mb: ${BUDGET_MB}\n`));
  await runAstro({ dir, base, data, configFile });
  server = await serveSite(join(dir, 'site'), base);
});
test.afterAll(() => {
  server?.close();
  rmSync(dir, { recursive: true, force: true });
});

test('rows of an old day are titles; what unfolds comes from the paper’s page', async ({
  page,
}) => {
  await page.goto(at(`days/${OLD}-03/`));
  const row = page.locator('.row').first();
  await expect(row.locator('h3')).toContainText(`part 1 of ${OLD}`);
  await expect(row.locator('.tags')).toContainText('Manipulation');
  await expect(row.locator('.abs, .links')).toHaveCount(0);
  await row.locator('summary').click();
  await expect(row.locator('.abs')).toHaveText(/with <b>hands<\/b>, part 1\.$/);
  await expect(row.locator('.links a')).toHaveText(['arXiv', 'PDF', 'HTML']);
  await expect(row.locator('.why')).toContainText('“robotic manipulation” in the title');
  await expect(row.locator('.cats')).toHaveText('cs.RO cs.AI');
  await row.locator('summary').click();
  await row.locator('summary').click();
  await expect(row.locator('.abs')).toHaveCount(1);
  const newest = page.locator('.row').first();
  await page.goto(at(`days/${NEW}-03/`));
  await expect(newest.locator('.abs')).toBeVisible();
});

test('what unfolds speaks Chinese too, and says so when it cannot be had', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('lang', 'zh'));
  await page.route('**/papers/**', (route) => route.abort());
  await page.goto(at(`days/${OLD}-03/`));
  const row = page.locator('.row').first();
  await row.locator('summary').click();
  await expect(row.locator('details .quiet')).toBeVisible();
  await page.unroute('**/papers/**');
  await row.locator('summary').click();
  await row.locator('summary').click();
  await expect(row.locator('.why')).toContainText('见于标题');
  await expect(row.locator('.quiet')).toHaveCount(0);
});

test('a topic’s list of an old month names that topic alone', async ({ page }) => {
  await page.goto(at(`topics/manipulation/${OLD}/`));
  await expect(page.locator('.row').first()).toBeVisible();
  await expect(page.locator('.row .tags a[href*="/topics/"]')).toHaveCount(0);
});

test('without JavaScript an old row offers nothing that would stay empty', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(`days/${OLD}-03/`));
  await expect(page.locator('.row h3 a').first()).toBeVisible();
  await expect(page.locator('.row summary').first()).toBeHidden();
  await context.close();
});
