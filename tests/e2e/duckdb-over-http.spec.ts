import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, openDuckDb } from './duckdb-in-browser.ts';
import { at, expect, test } from './site-test.ts';

const site = (): string => process.env['E2E_DIR'] ?? '';

test('the documented DuckDB query reads the Parquet file of the site over HTTP, part by part', async ({
  page,
}) => {
  await page.goto(at('data/'));
  const query = ((await page.locator('[data-run="DuckDB"]').textContent()) ?? '').replaceAll(
    'https://pulse.example.org/pulse/',
    at(''),
  );
  const file = /data\/papers\/[^']+/.exec(query)?.[0] ?? '';
  const ranges: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith(file) && request.method() === 'GET')
      ranges.push(request.headers()['range'] ?? '');
  });
  await openDuckDb(page, at(''));
  const rows = await ask(page, query);
  const month = JSON.parse(
    readFileSync(join(site(), `api/v1/months/${/\d{4}-\d{2}/.exec(file)?.[0]}.json`), 'utf8'),
  );
  const counts = rows.map((row) => Number(row['count_star()']));
  expect(rows[0]?.['primary_category']).toBe('cs.RO');
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(month.papers.length);
  expect(ranges.length).toBeGreaterThan(0);
  for (const range of ranges) expect(range).toMatch(/^bytes=\d+-\d+$/);
});

test('DuckDB counts in all Parquet files over HTTP what the statistics count', async ({ page }) => {
  const { total, stats } = JSON.parse(readFileSync(join(site(), 'api/stats.json'), 'utf8'));
  const folder = join(site(), 'data/papers');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.parquet'),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(files.every((name) => statSync(join(folder, name)).size > 0)).toBe(true);
  const list = files.map((name) => `'${at('')}data/papers/${name}'`).join(', ');
  await openDuckDb(page, at(''));
  const rows = await ask(
    page,
    `SELECT topic, COUNT(*) AS papers, (SELECT COUNT(*) FROM read_parquet([${list}])) AS total
     FROM (SELECT unnest(topics) AS topic FROM read_parquet([${list}])) GROUP BY topic ORDER BY topic`,
  );
  const wanted = Object.entries(stats)
    .filter(([, count]) => Number(count) > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  expect(rows.map(({ topic, papers }) => [topic, papers])).toEqual(wanted);
  expect(rows[0]?.['total']).toBe(total);
});
