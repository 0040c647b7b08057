import { test as base } from '../site-test.ts';
import { needRealRecords, realSite, type RealSite } from './real-site.ts';

export { expect } from '../site-test.ts';

/** Scenarios over the real records, on the afternoon of their newest day. */
export const test = base.extend<{ real: RealSite }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
  real: async ({}, use) => {
    needRealRecords();
    await use(realSite());
  },
  now: async ({ real }, use) => use(new Date(`${real.days[0]}T18:00:00Z`)),
});

/** Rows that are in sight. */
export const shown = '.row:not([hidden], [data-hidden])';
