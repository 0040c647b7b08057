import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { judgeBuiltSite } from '../api/built-site.ts';
import { at, expect, test } from './site-test.ts';

const site = (): string => process.env['E2E_DIR'] ?? '';
const run = promisify(execFile);

/** What the statistics of the site under test say. */
function papersCounted(): number {
  const { total } = JSON.parse(readFileSync(join(site(), 'api/stats.json'), 'utf8'));
  expect(total).toBeGreaterThan(40);
  return total;
}

test('every JSON file of the built site is of its documented form', () => {
  const judged = judgeBuiltSite(site());
  expect(judged.length).toBeGreaterThan(20);
  expect(judged.filter(({ errors }) => errors !== null)).toEqual([]);
});

test('the data files count what the statistics count', async () => {
  const { stdout } = await run('sqlite3', [
    join(site(), 'data/embodied-pulse.sqlite'),
    'SELECT COUNT(*) FROM paper',
  ]);
  expect(Number(stdout)).toBe(papersCounted());
});

test('sqlite3, Python and DuckDB count in the data files what the statistics count', async () => {
  const { stats } = JSON.parse(readFileSync(join(site(), 'api/stats.json'), 'utf8'));
  const file = join(site(), 'data/embodied-pulse.sqlite');
  const query = 'SELECT topic, COUNT(*) FROM paper_topic GROUP BY topic ORDER BY topic';
  const wanted = Object.entries(stats)
    .filter(([, count]) => Number(count) > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const shell = await run('sqlite3', ['-json', file, query]);
  const rows: { topic: string; 'COUNT(*)': number }[] = JSON.parse(shell.stdout);
  expect(rows.map((row) => [row.topic, row['COUNT(*)']])).toEqual(wanted);
  const code =
    'import json,sqlite3,sys; print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))';
  const python = await run('python3', ['-c', code, file, query]);
  expect(JSON.parse(python.stdout)).toEqual(wanted);

  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const found = await duckdb.runAndReadAll(
    `SELECT topic, COUNT(*)::INTEGER FROM (SELECT unnest(topics) AS topic
     FROM read_parquet('${site()}/data/papers/*/*.parquet', hive_partitioning = true))
     GROUP BY topic ORDER BY topic`,
  );
  expect(found.getRowsJson()).toEqual(wanted);
  duckdb.closeSync();
});

test('the documented lines for the data files run as they stand', async ({ page }, testInfo) => {
  await page.goto(at('data/'));
  const linesFor = async (tool: string) =>
    ((await page.locator(`[data-run="${tool}"]`).textContent()) ?? '').replaceAll(
      'https://pulse.example.org/pulse/',
      at(''),
    );
  const cwd = testInfo.outputPath();
  mkdirSync(cwd, { recursive: true });
  const shell = await run('bash', ['-ec', await linesFor('sqlite3')], { cwd });
  expect(shell.stdout).toContain('manipulation');
  const sums = await run('bash', ['-ec', await linesFor('sha256')], { cwd });
  const sum = createHash('sha256').update(readFileSync(join(cwd, 'embodied-pulse.sqlite')));
  expect(sums.stdout).toContain(`${sum.digest('hex')} data/embodied-pulse.sqlite`);
  // Debian's own: its packages are not seen by a Python that stands before it in the path.
  const debian = '/usr/bin/python3';
  const pandas = await run(debian, ['-c', 'import pandas']).catch(() => null);
  if (pandas === null) console.warn('pandas is not installed: its lines are not run');
  else expect((await run(debian, ['-c', await linesFor('pandas')])).stdout).toContain('cs.RO');
  // Those of DuckDB run in `duckdb-over-http.spec.ts`.
});

test('the documented lines of every file run as they stand: curl, JavaScript, Python', async ({
  page,
}) => {
  await page.goto(at('api/'));
  const published = new URL('https://pulse.example.org/pulse/').href;
  const linesIn = async (language: string) => {
    const all = await page.locator(`[data-run="${language}"]`).allTextContents();
    return all.map((code) => code.replaceAll(published, at('')));
  };
  const [curl, script, python] = [
    await linesIn('curl'),
    await linesIn('JavaScript'),
    await linesIn('Python'),
  ];
  expect(curl.length).toBeGreaterThan(20);
  expect([script.length, python.length]).toEqual([curl.length, curl.length]);
  const maxBuffer = 64 << 20;
  const fetched = await run('bash', ['-ec', curl.join('\n')], { maxBuffer });
  expect(
    fetched.stdout
      .trim()
      .split('\n')
      .map((line) => typeof JSON.parse(line)),
  ).toEqual(curl.map(() => 'object'));
  const blocks = script.map((code) => `{ ${code} }`).join('\n');
  const logged = await run(process.execPath, ['--input-type=module', '-e', blocks], { maxBuffer });
  expect(logged.stdout).toContain('2026-11-24');
  const printed = await run('python3', ['-c', python.join('\n')], { maxBuffer });
  expect(printed.stdout.trim().split('\n')).toHaveLength(python.length);
});

test('a filtered view shows the lines that make it a feed', async ({ page }) => {
  await page.goto(at('feeds/?q=soft+hand,+gripper&without=skin'));
  await expect(page.locator('.own-lines')).toContainText('- id: soft-hand');
  await page.locator('[name=without]').fill('glove');
  await expect(page.locator('.own-lines')).toContainText('- "glove"');
  expect(page.url()).toContain('without=glove');
});

test('SQL runs in the browser, refuses to write, and ends what never ends', async ({ page }) => {
  await page.goto(at('data/sql/'));
  await page.locator('textarea').fill('SELECT COUNT(*) AS papers FROM paper');
  await page.locator('.sql-form [type=submit]').click();
  await expect(page.locator('.sql-table td')).toHaveText(String(papersCounted()));
  await page.locator('textarea').fill('DELETE FROM paper');
  await page.locator('.sql-form [type=submit]').click();
  await expect(page.locator('.sql-state')).toContainText(/readonly|read-only/i);
  const endless =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n';
  await page.locator('textarea').fill(endless);
  await page.locator('.sql-form [type=submit]').click();
  await page.locator('.sql-stop').click();
  await expect(page.locator('.sql-state')).toHaveText('Stopped.');
  await page.locator('.sql-examples button').first().click();
  await expect(page.locator('.sql-table tbody tr').first()).toBeVisible();
});
