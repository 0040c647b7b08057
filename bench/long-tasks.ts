/**
 * `node bench/long-tasks.ts --site DIR [--base /] [--path days/2026-11-24/] [--slower 4] [--runs 3]`: tasks over 50 ms that
 * a reader's main thread has while a page of a built site opens and is read by keyboard, on a processor so many times
 * slower. Without `--path` it opens the newest day.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { serveSite } from '../tests/e2e/serve-site.ts';

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    path: { type: 'string' },
    slower: { type: 'string', default: '4' },
    runs: { type: 'string', default: '3' },
  },
});

interface Task {
  at: number;
  ms: number;
}

const newestDay = (): string => `days/${readdirSync(join(values.site, 'days')).sort().at(-1)}/`;
const path = values.path ?? newestDay();
const server = await serveSite(values.site, values.base, { compressed: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (let run = 1; run <= Number(values.runs); run += 1) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const slowed = await page.context().newCDPSession(page);
    await slowed.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slower) });
    await watchTasks(page);
    await page.goto(server.url + path);
    await page.waitForTimeout(2_000);
    const papers = await page.locator('.row').count();
    const opened = await tasksOf(page);
    for (const key of ['j', 'j', 's', 'j', 'r', 'e'])
      await page.keyboard.press(key, { delay: 120 });
    await page.waitForTimeout(1_000);
    const read = (await tasksOf(page)).slice(opened.length);
    console.log(
      `${path} (${papers} papers), run ${run}: opening ${told(opened)}; reading ${told(read)}`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}

async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: Task[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        tasks.push({ at: Math.round(startTime), ms: Math.round(duration) });
    }).observe({ type: 'longtask', buffered: true });
  });
}

function tasksOf(page: Page): Promise<Task[]> {
  return page.evaluate(() => (globalThis as unknown as { tasks: Task[] }).tasks);
}

function told(tasks: readonly Task[]): string {
  if (tasks.length === 0) return 'no task over 50 ms';
  return tasks.map(({ at, ms }) => `${ms} ms at ${at}`).join(', ');
}
