/**
 * `node bench/long-tasks.ts --site DIR [--base /] [--path days/2026-11-24/] [--slower 4] [--runs 5]`: the longest tasks
 * that a reader's main thread has while a page of a built site opens and is read by keyboard, on a processor so many times
 * slower, on a phone and on a desk. Without `--path` it opens the newest day.
 *
 * A browser that has shown nothing yet takes several times as long for its first layout as for its second, whatever the
 * page; so the page is opened both ways, and an empty page beside it says what is not ours.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page, type ViewportSize } from '@playwright/test';
import { serveSite } from '../tests/e2e/serve-site.ts';
import { TRACED, tasksOf, threadOf, type PageTask } from './page-tasks.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    path: { type: 'string' },
    slower: { type: 'string', default: '4' },
    runs: { type: 'string', default: '5' },
  },
});

/** Over this a reader may feel it. */
const LONG_MS = 50;
const windows = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];

const newestDay = (): string => `days/${readdirSync(join(values.site, 'days')).sort().at(-1)}/`;
const server = await serveSite(values.site, values.base, { compressed: true });
const url = server.url + (values.path ?? newestDay());
const empty = `${server.url}nothing/`;
const browser = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const viewport of windows) {
    const runs: Record<string, PageTask[][]> = {};
    for (let run = 0; run < Number(values.runs); run += 1)
      for (const [what, tasks] of Object.entries(await oneRun(viewport)))
        (runs[what] ??= []).push(tasks);
    for (const [what, tasks] of Object.entries(runs))
      console.log(`${viewport.width} px, ${what}: ${told(tasks)}`);
  }
} finally {
  await browser.close();
  server.close();
}

/** Each in a browser context of its own, and so in a process of its own. */
async function oneRun(viewport: ViewportSize): Promise<Record<string, PageTask[]>> {
  const runs: Record<string, PageTask[]> = {};
  for (const [what, asked] of [
    ['an empty page', empty],
    ['first page', url],
    ['next page', url],
  ] as const) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.route(empty, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Nothing.' }),
    );
    if (what === 'next page') await open(page, `${url}?before`);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slower) });
    const opened = await traced(page, () => open(page, asked));
    const thread = threadOf(opened, asked);
    runs[what] = tasksOf(opened, thread);
    if (what === 'next page')
      runs['reading by keys'] = tasksOf(await traced(page, () => readByKeys(page)), thread);
    await context.close();
  }
  return runs;
}

async function traced(page: Page, act: () => Promise<void>): Promise<Buffer> {
  await browser.startTracing(page, { categories: TRACED });
  await act();
  return browser.stopTracing();
}

/** Until what waits for a rest has had it. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForTimeout(2_000);
}

async function readByKeys(page: Page): Promise<void> {
  for (const key of ['j', 'j', 's', 'j', 'r', 'e']) await page.keyboard.press(key, { delay: 120 });
  await page.waitForTimeout(1_000);
}

/** Medians of all runs; what the longest task was made of in the run that is the median. */
function told(runs: readonly PageTask[][]): string {
  const sorted = runs.toSorted((a, b) => (a[0]?.processor ?? 0) - (b[0]?.processor ?? 0));
  const { parts } = sorted[sorted.length >> 1]?.[0] ?? { parts: new Map<string, number>() };
  const longest = [0, 1, 2].map((at) => median(runs.map((tasks) => tasks[at]?.processor ?? 0)));
  const clock = median(runs.map((tasks) => Math.max(...tasks.map((task) => task.clock))));
  const over = median(runs.map((tasks) => tasks.filter((task) => task.clock > LONG_MS).length));
  const madeOf = [...parts].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  return [
    `longest three ${longest.map(shown).join(', ')} ms of processor time`,
    `longest ${shown(clock)} ms by the clock, ${over} over ${LONG_MS} ms`,
    `the longest: ${madeOf.map(([part, ms]) => `${part} ${shown(ms)}`).join(', ') || 'the browser alone'}`,
  ].join('; ');
}

function shown(ms: number): string {
  return ms.toFixed(1);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
