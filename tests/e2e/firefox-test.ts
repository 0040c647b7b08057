/** Firefox by WebDriver BiDi: Playwright drives its own build of Firefox alone, and none is downloaded here. */
import { existsSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

export { expect };

const firefox = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';

/** Every test fails when Firefox complained, whatever else it looked at. */
export const test = base.extend<{ reader: Page }, { browserOfAll: Browser }>({
  browserOfAll: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: firefox,
        headless: true,
        extraPrefsFirefox: {
          'intl.accept_languages': 'en-GB',
          'dom.serviceWorkers.enabled': false,
        },
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  reader: async ({ browserOfAll }, use) => {
    const context = await browserOfAll.createBrowserContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await use(page);
    await context.close();
    expect(complaints).toEqual([]);
  },
});

/** Skips the tests of a file, with a message, where there is no Firefox. */
export const needFirefox = (): void =>
  test.skip(
    !existsSync(firefox),
    `no Firefox at ${firefox}: install firefox-esr, or name one by FIREFOX_PATH`,
  );

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent.trim());
