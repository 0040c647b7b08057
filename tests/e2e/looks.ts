/** A page in every look: two languages, two widths, two themes. What moves, what axe finds, what the browser says. */
import type { Browser, Page } from '@playwright/test';
import { listen } from './site-test.ts';
import { colourRules, violationsIn } from './violations.ts';

declare global {
  interface Window {
    shifted: number;
  }
}

/** All columns of a desk, and a phone. */
const widths = [1440, 390] as const;

/** A table that streams in may settle by a hair; the measure is reported to three places. */
const unseen = 0.001;

/** Sums up in `shifted` what moves without the reader's doing. To be run before the page is. */
export const watchShifts = (): void => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Where everything stands. */
const places = (): string =>
  [...document.body.querySelectorAll('*')]
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(' ');
    })
    .join('\n');

/** A theme that leaves everything in its place changes colours alone, and only the rules that ask for them run again. */
async function inBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page);
  const before = await page.evaluate(places);
  await page.emulateMedia({ colorScheme: 'dark' });
  const same = (await page.evaluate(places)) === before;
  const dark = await violationsIn(page, same ? { rules: colourRules } : {});
  return [...light.map((one) => `light, ${one}`), ...dark.map((one) => `dark, ${one}`)];
}

export interface Looked {
  /** Address of the page. */
  url: string;
  /** What time it is for the page. */
  now: Date;
  /** What the reader's browser keeps of earlier visits, by its key. */
  kept?: Record<string, string>;
}

async function inLanguage(
  browser: Browser,
  { url, now, kept = {} }: Looked,
  locale: 'en-GB' | 'zh-CN',
): Promise<{ faults: string[]; once: boolean }> {
  const context = await browser.newContext({
    locale,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    storageState: {
      cookies: [],
      origins: [
        {
          origin: new URL(url).origin,
          localStorage: Object.entries(kept).map(([name, value]) => ({ name, value })),
        },
      ],
    },
  });
  const page = await context.newPage();
  const faults: string[] = [];
  await listen(page, faults);
  await page.clock.setFixedTime(now);
  await page.addInitScript(watchShifts);
  const add = (width: number, found: string[]) =>
    faults.push(...found.map((one) => `${width} px: ${one}`));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('about:blank'); // an address with a fragment would not be loaded again
    await page.goto(url, { waitUntil: 'networkidle' });
    const shifted = await page.evaluate(() => window.shifted);
    if (!(shifted < unseen)) add(width, [`moved by ${shifted}`]);
  }
  for (const width of widths.toReversed()) {
    await page.setViewportSize({ width, height: 900 });
    add(width, await inBothThemes(page));
  }
  const once = (await page.locator('html[data-page=once]').count()) > 0;
  await context.close();
  return { faults: faults.map((one) => `${locale}, ${one}`), once };
}

/** What is wrong with a page in any of its looks. */
export async function faultsInEveryLook(browser: Browser, looked: Looked): Promise<string[]> {
  const english = await inLanguage(browser, looked, 'en-GB');
  // A page that exists once is shown in both languages; the others have a sister of their own.
  if (!english.once) return english.faults;
  return [...english.faults, ...(await inLanguage(browser, looked, 'zh-CN')).faults];
}
