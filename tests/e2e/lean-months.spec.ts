import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from '@playwright/test';
import type { Paper } from '../../src/paper.ts';
import type { MonthSize } from '../../src/query/month-costs.ts';
import { planForms } from '../../src/query/month-forms.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { samplePaper } from '../archive/sample-papers.ts';
import { runAstro } from './build-site.ts';
import { serveSite } from './serve-site.ts';

test.describe.configure({ mode: 'serial' });

const BUDGET_MB = 76;
/** Fourteen months: the oldest two are not of the last year. */
const MONTHS = Array.from({ length: 14 }, (_, at) => {
  const month = 8 + at;
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
const [OLDEST = '', SECOND = ''] = MONTHS;

const idOf = (month: string, number: number): string =>
  `${month.slice(2).replace('-', '')}.${String(number).padStart(5, '0')}`;

/** On two days of each month. */
const papersOf = (month: string, count: number): Paper[] =>
  Array.from({ length: count }, (_, number) =>
    samplePaper({
      id: idOf(month, number + 1),
      title: `Robotic manipulation, part ${number + 1} of ${month}`,
      abstract: `We study robotic manipulation with <b>hands</b>, part ${number + 1}.`,
      announced: `${month}-${number % 2 === 0 ? '03' : '04'}`,
    }),
  );

const sizeOf = (month: string, papers: Paper[]): MonthSize => ({
  month,
  papers: papers.length,
  bytes: papers.reduce((sum, paper) => sum + JSON.stringify(paper).length + 1, 0),
});

/** As many papers as the budget holds, and a few more: the oldest month must give way, and no other than the second. */
function tooManyPapers(): Paper[] {
  for (let count = 5; count < 100; count += 1) {
    const papers = MONTHS.map((month) => papersOf(month, count));
    const sizes = MONTHS.map((month, at) => sizeOf(month, papers[at] ?? []));
    const { forms } = planForms(sizes, BUDGET_MB * 1e6);
    if (forms.get(OLDEST) === 'lean') return papers.flat();
  }
  throw new Error('no number of papers fills the budget');
}

const base = '/pulse/';
const dir = mkdtempSync(join(tmpdir(), 'pulse-lean-'));
const site = join(dir, 'site');
let server: Awaited<ReturnType<typeof serveSite>>;
const at = (path: string): string => new URL(path, server.url).href;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const data = join(dir, 'data');
  mkdirSync(data, { recursive: true });
  commitSnapshot(data, { base: openSnapshot(data), papers: tooManyPapers() });
  const config = readFileSync(join(import.meta.dirname, 'site-config.yaml'), 'utf8');
  const configFile = join(dir, 'config.yaml');
  writeFileSync(configFile, config.replace(/^site:\n/m, `site:\n  budget_mb: ${BUDGET_MB}\n`));
  await runAstro({ dir, base, data, configFile });
  server = await serveSite(site, base);
});
test.afterAll(() => {
  server?.close();
  rmSync(dir, { recursive: true, force: true });
});

test('the data files hold lean months too: as many papers as the statistics say', async () => {
  const { total, stats } = JSON.parse(readFileSync(join(site, 'api/stats.json'), 'utf8'));
  const file = join(site, 'data/embodied-pulse.sqlite');
  const ask = async (query: string): Promise<string> =>
    (await promisify(execFile)('sqlite3', [file, query])).stdout.trim();
  expect(await ask('SELECT COUNT(*) FROM paper')).toBe(String(total));
  const topics = await ask('SELECT topic, COUNT(*) FROM paper_topic GROUP BY topic ORDER BY topic');
  const counted = Object.entries(stats)
    .filter(([, count]) => Number(count) > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  expect(counted.length).toBeGreaterThan(0);
  expect(topics).toBe(counted.map(([topic, count]) => `${topic}|${String(count)}`).join('\n'));
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = await duckdb.runAndReadAll(
    `SELECT COUNT(*)::INTEGER FROM read_parquet('${site}/data/papers/*/*.parquet')`,
  );
  expect(rows.getRowsJson()).toEqual([[total]]);
  duckdb.closeSync();
});

test('a month that gives way keeps its JSON and one page; the others keep all', () => {
  const has = (path: string): boolean => existsSync(join(site, path));
  const lean = idOf(OLDEST, 1);
  const full = idOf(MONTHS.at(-1) ?? '', 1);
  expect(has(`papers/${lean}/index.html`)).toBe(false);
  expect(has(`days/${OLDEST}-03/index.html`)).toBe(false);
  expect(has(`topics/manipulation/${OLDEST}/index.html`)).toBe(false);
  expect(has(`sitemap-papers-${OLDEST}.xml`)).toBe(false);
  expect(has(`months/${OLDEST}/index.html`)).toBe(true);
  expect(has(`api/v1/days/${OLDEST}-03.json`)).toBe(true);
  expect(has(`papers/${full}/index.html`)).toBe(true);
  expect(has(`days/${MONTHS.at(-1)}-03/index.html`)).toBe(true);
  expect(has(`papers/${idOf(SECOND, 1)}/index.html`)).toBe(true);
});

test('the address of an old paper leads to its month, which draws it', async ({ page }) => {
  const id = idOf(OLDEST, 2);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const response = await page.goto(at(`papers/${id}/`));
  expect(response?.status()).toBe(404);
  await expect(page).toHaveURL(at(`months/${OLDEST}/?paper=${id}`));
  await expect(page.locator('.paper h1')).toHaveText(`Robotic manipulation, part 2 of ${OLDEST}`);
  await expect(page.locator('.paper .abs')).toHaveText(/with <b>hands<\/b>, part 2/);
  await expect(page.locator('.paper .why')).toContainText('“robotic manipulation” in the title');
  await expect(page.locator('.record')).toContainText('cs.RO');
  await page.locator('.cite summary').click();
  await expect(page.locator('.cite pre')).toContainText(`eprint = {${id}}`);
  expect(errors).toEqual([]);
});

test('so do the addresses of a day and of a topic’s month, as lists', async ({ page }) => {
  await page.goto(at(`days/${OLDEST}-04/`));
  await expect(page).toHaveURL(at(`months/${OLDEST}/?day=${OLDEST}-04`));
  await expect(page.locator('.lean-month .row').first()).toContainText('part 2');
  await page.goto(at(`topics/manipulation/${OLDEST}/`));
  await expect(page).toHaveURL(at(`months/${OLDEST}/?topic=manipulation`));
  await expect(page.locator('.lean-month .row').first()).toBeVisible();
  await page.locator('.lean-month .row h3 a').first().click();
  await expect(page.locator('.paper h1')).toContainText(OLDEST);
});

test('what was never there stays not there', async ({ page }) => {
  await page.goto(at('papers/2001.99999/'), { waitUntil: 'networkidle' });
  await expect(page.locator('h1')).toContainText('Not here');
});

test('the health page says since when all pages are kept, in both languages', async ({ page }) => {
  await page.goto(at('health/'));
  await expect(page.locator('.health')).toContainText(
    'all pages since October 2025; 1 months in short form',
  );
  await page.goto(at('zh/health/'));
  await expect(page.locator('.health')).toContainText('2025年10月');
});

test('without JavaScript the month says where its papers are', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(`months/${OLDEST}/`));
  await expect(page.locator('.main')).toContainText('kept in short form');
  const file = await page.locator('.main a[href$=".json"]').first().getAttribute('href');
  expect((await page.request.get(new URL(file ?? '', page.url()).href)).ok()).toBe(true);
  await context.close();
});
