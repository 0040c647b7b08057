import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/**
 * Debian's Chromium; no browser is ever downloaded. The one that has no window draws the same pages for a third of the
 * processor time.
 */
const windowless = '/usr/lib/chromium/chromium-headless-shell';
const executablePath =
  process.env['CHROME_PATH'] ?? (existsSync(windowless) ? windowless : '/usr/bin/chromium');

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: 'reports/e2e',
  // The site of the real records is built, by one worker, while the other tries that of the invented papers.
  projects: [
    { name: 'build', testMatch: 'real/build.ts' },
    { name: 'invented', testIgnore: 'real/**' },
    { name: 'real', testMatch: 'real/*.spec.ts', dependencies: ['build'] },
  ],
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  retries: process.env['CI'] ? 2 : 0,
  // A loaded machine is slow, not wrong.
  expect: { timeout: 15_000 },
  reporter: process.env['CI']
    ? [['line'], ['json', { outputFile: 'reports/playwright.json' }]]
    : [['line']],
  use: {
    browserName: 'chromium',
    // A worker would answer from its cache what a scenario wants to see fetched.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
