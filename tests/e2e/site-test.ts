import { test as base, expect, type Page } from '@playwright/test';
import { busyDay, crowdedDay, ids, newestDay } from './invented-site.ts';

export { expect };

/** Address of a page of the site under test, by its path below the base. */
export const at = (path: string): string => new URL(path, process.env['E2E_URL']).href;

/** On this afternoon the newest listing of the site under test is the newest that is due. */
export const freshAfternoon = new Date(`${newestDay}T18:00:00Z`);

/** One of each kind of page. */
export const pageKinds = {
  home: '',
  day: `days/${newestDay}/`,
  crowded: `days/${crowdedDay}/`,
  busy: `days/${busyDay}/`,
  month: 'months/2026-11/',
  archive: 'archive/',
  topics: 'topics/',
  topic: 'topics/manipulation/',
  topicMonth: 'topics/manipulation/2026-11/',
  paper: `papers/${ids.linked}/`,
  revised: `papers/${ids.revised}/`,
  missing: 'nowhere/',
  homeZh: 'zh/',
  topicsZh: 'zh/topics/',
  archiveZh: 'zh/archive/',
  health: 'health/',
  healthZh: 'zh/health/',
  search: 'search/',
  searchZh: 'zh/search/',
  saved: 'saved/',
  savedZh: 'zh/saved/',
  trends: 'trends/',
  trendsZh: 'zh/trends/',
  tune: 'tune/',
  tuneZh: 'zh/tune/',
  about: 'about/',
  aboutZh: 'zh/about/',
  news: 'news/',
  newsZh: 'zh/news/',
  newsMonth: 'news/2026-10/',
  jobs: 'jobs/',
  jobsZh: 'zh/jobs/',
  datasets: 'datasets/',
  datasetsZh: 'zh/datasets/',
  api: 'api/',
  apiZh: 'zh/api/',
  newsMonthZh: 'zh/news/2026-10/',
  feeds: 'feeds/',
  feedsZh: 'zh/feeds/',
  dataFiles: 'data/',
  dataFilesZh: 'zh/data/',
  sql: 'data/sql/',
  sqlZh: 'zh/data/sql/',
  authors: 'authors/',
  authorsZh: 'zh/authors/',
  author: 'author/mei/#mei-zhang',
  week: 'week/2026-W48/',
  offline: 'offline/',
} as const;

interface Watch {
  /** What time it is for the page. */
  now: Date;
  /** What the browser complained about: console errors, exceptions, violations of the policy. */
  complaints: string[];
}

/** Takes down what the browser says of a page that is opened next. */
export async function listen(page: Page, complaints: string[]): Promise<void> {
  page.on('console', (message) => {
    const expected = /status of 404/.test(message.text()) && page.url().includes('nowhere');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
}

/** Every test fails when the browser complained, whatever else it looked at. */
export const test = base.extend<Watch>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
  now: async ({}, use) => use(freshAfternoon),
  complaints: [
    async ({ page, now }, use) => {
      const complaints: string[] = [];
      await listen(page, complaints);
      await page.clock.setFixedTime(now);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
