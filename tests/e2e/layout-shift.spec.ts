import { at, expect, pageKinds, test } from './site-test.ts';

declare global {
  interface Window {
    shifted: number;
  }
}

/** A table that streams in may settle by a hair; the measure is reported to three places. */
const unseen = 0.001;

/** Sum of all layout shifts that no input of the reader caused. */
const watch = () => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

for (const locale of ['en-GB', 'zh-CN']) {
  for (const width of [390, 1440]) {
    test(`nothing moves while pages load, ${locale}, ${width} px`, async ({ browser }) => {
      test.setTimeout(240_000); // twenty pages in a row
      const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(watch);
      for (const path of Object.values(pageKinds)) {
        await page.goto(at(path), { waitUntil: 'networkidle' });
        expect.soft(await page.evaluate(() => window.shifted), path).toBeLessThan(unseen);
      }
      await context.close();
    });
  }
}
