/**
 * Lighthouse (mobile) over a built site: home, day, topic, paper, search; the median of three runs of each category.
 * Ends with code 1 when a median is below 100. On a machine that is busy with other things performance reads lower than
 * it is; run it alone.
 *
 *   npm run test:lighthouse -- [--site DIR] [--base /pulse/] [--runs 3]
 *
 * Without `--site` it builds the small invented site of the browser tests.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { buildSite } from '../e2e/build-site.ts';
import { serveSite } from '../e2e/serve-site.ts';
import { median, pagesOf, table, type PageScores } from './scores.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    base: { type: 'string', default: '/pulse/' },
    runs: { type: 'string', default: '3' },
  },
});

const chromePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
if (!existsSync(chromePath)) {
  console.error(`no browser at ${chromePath}: install chromium, or name one by CHROME_PATH`);
  process.exit(2);
}
const dir = mkdtempSync(join(tmpdir(), 'pulse-lighthouse-'));
const site = values.site ?? (await buildSite(dir, values.base));
const server = await serveSite(site, values.base, { compressed: true });
const chrome = await launch({
  chromePath,
  chromeFlags: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    // Without a screen Chrome holds the first frame back for about a second after the page is ready.
    '--disable-features=PaintHolding',
  ],
});

try {
  // The first page of all pays for the start of the browser, whichever it is.
  await measure(`${server.url}404.html`);
  const scores: PageScores[] = [];
  for (const [name, path] of Object.entries(pagesOf(readJson))) {
    const runs: Awaited<ReturnType<typeof measure>>[] = [];
    for (let run = 0; run < Number(values.runs); run++) runs.push(await measure(server.url + path));
    const medians = CATEGORIES.map((category) =>
      median(runs.map((one) => one.scores[category] ?? 0)),
    );
    scores.push({ name, medians, failed: [...new Set(runs.flatMap(({ failed }) => failed))] });
  }
  console.log(table(CATEGORIES, scores));
  if (scores.some(({ medians }) => medians.some((score) => score < 100))) process.exitCode = 1;
} finally {
  chrome.kill();
  server.close();
  rmSync(dir, { recursive: true, force: true });
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(site, path), 'utf8'));
}

/** One run: scores from 0 to 100, and what did not pass. */
async function measure(url: string): Promise<{ scores: Record<string, number>; failed: string[] }> {
  const result = await lighthouse(url, {
    port: chrome.port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: CATEGORIES,
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  return {
    scores: Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    failed: weighed
      .filter((id) => (audits[id]?.score ?? 1) < 0.9)
      .map((id) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
  };
}
