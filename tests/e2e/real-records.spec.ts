/** The parts of the reading experience over a site of the real records: long titles, formulas, hundreds of papers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { hasRealRecords } from '../real-records.ts';
import { openRealSite, papersOn, type RealPaper, type RealSite } from './real-site.ts';
import { expect, test } from './site-test.ts';

// One worker builds the site once.
test.describe.configure({ mode: 'default' });
test.skip(!hasRealRecords, 'the real records are not here');

let site: RealSite;
/** The day with most papers, and these. */
let day: string;
let papers: RealPaper[];

test.beforeAll(async () => {
  test.setTimeout(600_000);
  site = await openRealSite();
  const counted = site.days.map((date) => ({ date, on: papersOn(site, date) }));
  const fullest = counted.toSorted((a, b) => b.on.length - a.on.length)[0];
  ({ date: day, on: papers } = fullest ?? { date: '', on: [] });
  expect(papers.length).toBeGreaterThan(60);
});
test.afterAll(() => site.stop());

const at = (path: string): string => `${site.url}${path}`;
const shown = '.row:not([hidden], [data-hidden])';

test('a day lists its papers, unfolds one whole, and leads to the day before', async ({ page }) => {
  await page.goto(at(`days/${day}/`));
  await expect(page.locator('.row')).toHaveCount(papers.length);
  const row = page.locator('.row', { has: page.locator('summary') }).nth(40);
  const paper = papers.find(({ id }) => id === papers[40]?.id);
  await row.locator('summary').click();
  await expect(row.locator('.links a').first()).toHaveAttribute('href', /arxiv\.org\/abs\//);
  await expect
    .poll(async () => (await row.locator('.abs').textContent())?.length ?? 0)
    .toBeGreaterThan((paper?.abstract.length ?? 0) / 2);
  const before = site.days[site.days.indexOf(day) + 1] ?? '';
  await page.locator('a[rel=prev]').first().click();
  await expect(page).toHaveURL(at(`days/${before}/`));
});

test('a day is filtered by topic, facet and code to what its JSON says, and comes back by its address', async ({
  page,
}) => {
  const count = (fits: (paper: RealPaper) => boolean) => papers.filter(fits).length;
  const topic = papers.flatMap(({ topics }) => topics)[0]?.topic ?? '';
  const facet = papers.flatMap(({ facets }) => facets)[0];
  const cases: [string, number][] = [
    [`topic=${topic}`, count(({ topics }) => topics.some((one) => one.topic === topic))],
    [
      `facet=${facet?.group}/${facet?.id}`,
      count(({ facets }) =>
        facets.some(({ group, id }) => group === facet?.group && id === facet.id),
      ),
    ],
    ['code=yes', count(({ links }) => links.some(({ kind }) => kind === 'code'))],
  ];
  // Where there is room a title opens beside the list; here it leads away, and back.
  await page.setViewportSize({ width: 1000, height: 800 });
  for (const [query, expected] of cases) {
    expect(expected, query).toBeGreaterThan(0);
    await page.goto(at(`days/${day}/?${query}`));
    await expect(page.locator(shown), query).toHaveCount(expected);
  }
  await page.locator(`${shown} h3 a`).first().click();
  await page.goBack();
  await expect(page.locator(shown)).toHaveCount(cases.at(-1)?.[1] ?? 0);
});

test('the search finds a real paper by its title, an author and its id', async ({ page }) => {
  const paper = papers.find(({ title }) => /^[\w :,-]{40,90}$/.test(title));
  if (!paper) throw new Error('no paper with a plain title');
  await page.goto(at('search/'));
  for (const query of [paper.title, paper.id]) {
    await page.locator('#q').fill(query);
    await expect(page.locator('#found .row').first()).toHaveAttribute('id', paper.id);
  }
  await page.locator('#q').fill(paper.authors[0]?.name ?? '');
  await expect(page.locator(`#found .row[id="${paper.id}"]`)).toHaveCount(1);
});

test('papers are triaged by keys, taken back, kept in the saved list and exported', async ({
  page,
}) => {
  await page.goto(at(`days/${day}/`));
  for (const key of ['j', 's', 'x', 'r', 's', 'x', 'u']) await page.keyboard.press(key);
  await expect(page.locator('.row[data-hidden]')).toHaveCount(1);
  await expect(page.locator('.row[data-read]')).toHaveCount(1);
  await expect(page.locator('.star[aria-pressed=true]')).toHaveCount(2);
  await page.goto(at('saved/'));
  await expect(page.locator('.saved')).toHaveCount(2);
  const download = page.waitForEvent('download');
  await page.locator('[data-format=bib]').click();
  const bib = readFileSync(await (await download).path(), 'utf8');
  expect(bib).toContain(`eprint = {${papers[0]?.id}}`);
});

test('a paper’s page is complete, and names similar papers that it leads to', async ({ page }) => {
  const paper = papers[0];
  await page.goto(at(`papers/${paper?.id}/`));
  await expect(page.locator('meta[name=citation_author]')).toHaveCount(paper?.authors.length ?? 0);
  const abstract = (await page.locator('.paper .abs').textContent()) ?? '';
  expect(abstract.length).toBeGreaterThan((paper?.abstract.length ?? 0) * 0.9);
  const similar = page.locator('.similar li a');
  expect(await similar.count()).toBeGreaterThan(0);
  await similar.first().click();
  await expect(page.locator('h1')).not.toBeEmpty();
  expect(page.url()).toMatch(/\/papers\/\d{4}\.\d{5}\/$/);
});

test('authors with three papers have a place, with the caution', async ({ page }) => {
  const [shelf = ''] = readdirSync(join(site.dir, 'author'));
  await page.goto(at(`author/${shelf}/`));
  await expect(page.locator('main')).toContainText('arXiv states names, not persons');
  const counts = await page
    .locator('.authors section')
    .evaluateAll((sections) => sections.map((section) => section.querySelectorAll('li').length));
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
});

test('the sheet of a full week prints on two pages', async ({ page }) => {
  const week = readdirSync(join(site.dir, 'week')).sort().at(-2) ?? '';
  await page.goto(at(`week/${week}/`));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(2);
});

test('without a script a day and a paper can be read and are linked', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(`days/${day}/`));
  await expect(page.locator('.row')).toHaveCount(papers.length);
  await page.locator('.row h3 a').first().click();
  await expect(page.locator('.paper .abs')).toBeVisible();
  await context.close();
});

/** The kinds of page that real records change most. */
const kinds = (): string[] => [
  '',
  `days/${day}/`,
  'topics/manipulation/',
  `papers/${papers[0]?.id}/`,
  'search/?q=grasping',
  'archive/',
  'trends/',
];

for (const locale of ['en-GB', 'zh-CN']) {
  test(`no page moves, complains or has a violation in either theme and width, ${locale}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          window.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of kinds()) {
      const chinese = existsSync(join(site.dir, 'zh', path.split('?')[0] ?? '', 'index.html'));
      const own = locale === 'zh-CN' && chinese ? `zh/${path}` : path;
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 390],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(at(own), { waitUntil: 'networkidle' });
        expect.soft(await page.evaluate(() => window.shifted), own).toBeLessThan(0.001);
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .exclude('.row:nth-child(n + 9)')
          .analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id}: ${html}`),
        );
        expect.soft(found, `${own} ${colorScheme} ${width}`).toEqual([]);
      }
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}
