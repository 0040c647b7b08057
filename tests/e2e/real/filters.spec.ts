/** Filters over lists of the real records: what is shown is what the JSON of the site says. */
import type { Page } from '@playwright/test';
import type { RealPaper, RealSite } from './real-site.ts';
import { expect, shown, test } from './real-test.ts';

type Fits = (paper: RealPaper) => boolean;

const text = ({ title, abstract, authors }: RealPaper): string =>
  [title, abstract, ...authors.map(({ name }) => name)].join('\n');

/** The commonest value among papers. */
function commonest<T>(papers: RealPaper[], values: (paper: RealPaper) => T[]): T {
  const counts = Map.groupBy(papers.flatMap(values), (value) => value);
  const [first] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  if (!first) throw new Error('no paper has a value');
  return first[0];
}

/** A query of each kind that a list can be filtered by, and which papers fit. */
function queries(papers: RealPaper[]): [query: string, fits: Fits][] {
  // Not the topic that all papers of its page have, nor the category that most are in.
  const isCommon = (topic: string) =>
    papers.every(({ topics }) => topics.some((one) => one.topic === topic));
  const topics = ({ topics }: RealPaper) =>
    topics.map((one) => one.topic).filter((topic) => !isCommon(topic));
  const facets = ({ facets }: RealPaper) => facets.map(({ group, id }) => `${group}/${id}`);
  const topic = commonest(papers, topics);
  const facet = commonest(papers, facets);
  const category = commonest(papers, ({ categories }) =>
    categories.filter((one) => one !== 'cs.RO'),
  );
  const venue = commonest(papers, (paper) => (paper.venue ? [paper.venue.name] : []));
  return [
    [`topic=${topic}`, (paper) => paper.topics.some((one) => one.topic === topic)],
    [`facet=${facet}`, (paper) => facets(paper).includes(facet)],
    [`category=${category}`, ({ categories }) => categories.includes(category)],
    [`venue=${encodeURIComponent(venue)}`, (paper) => paper.venue?.name === venue],
    ['code=yes', ({ links }) => links.some(({ kind }) => kind === 'code')],
  ];
}

const withWords: [query: string, fits: Fits][] = [
  ['q=humanoid,+quadruped', (paper) => /\b(?:humanoid|quadruped)/i.test(text(paper))],
  ['without=learning', (paper) => !/\blearning/i.test(text(paper))],
];

const ofMonth = ({ days, papersOn }: RealSite, month: string): RealPaper[] =>
  days.filter((day) => day.startsWith(month)).flatMap(papersOn);

/** Opens the list with each query; the line above it counts what fits, and the rows are those. */
async function tried(page: Page, url: string, papers: RealPaper[], cases: [string, Fits][]) {
  for (const [query, fits] of cases) {
    const n = papers.filter(fits).length;
    expect(n, query).toBeGreaterThan(0);
    expect(n, query).toBeLessThan(papers.length);
    await page.goto(`${url}?${query}`);
    const all = papers.length.toLocaleString('en-US');
    await expect(page.locator('.chosen b'), query).toHaveText(`${n} of ${all} papers`);
    await expect(page.locator(shown), query).toHaveCount(Math.min(n, 100));
  }
}

test('a day, by everything that it can be filtered by', async ({ page, real }) => {
  const url = real.at(real.kinds.day);
  await tried(page, url, real.papers, [...queries(real.papers), ...withWords]);
});

test('what an abstract mentions is chosen from a list that is labelled so, and counts follow', async ({
  page,
  real,
}) => {
  // Where there is room a title opens beside the list; here it leads away, and back.
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(real.at(real.kinds.day));
  await page.locator('.filter').click();
  const mentioned = page.locator('.sift-values', { hasText: 'Mentioned in the abstract' });
  await mentioned.locator('summary').click();
  const facet = commonest(real.papers, ({ facets }) =>
    facets.map(({ group, id }) => `${group}/${id}`),
  );
  const fitting = real.papers.filter(({ facets }) =>
    facets.some(({ group, id }) => `${group}/${id}` === facet),
  );
  const choice = mentioned.locator('label', { has: page.locator(`[value="${facet}"]`) });
  await expect(choice.locator('b')).toHaveText(String(fitting.length));
  await choice.locator('input').check();
  await expect(page.locator(shown)).toHaveCount(fitting.length);
  const topic = commonest(fitting, ({ topics }) => topics.map((one) => one.topic));
  await expect(
    page
      .locator('.sift label', { has: page.locator(`[name=topic][value="${topic}"]`) })
      .locator('b'),
  ).toHaveText(
    String(fitting.filter(({ topics }) => topics.some((one) => one.topic === topic)).length),
  );
  await page.keyboard.press('Escape');
  await page.locator(`${shown} h3 a`).first().click();
  await expect(page.locator('.paper h1')).toBeVisible();
  await page.goBack();
  await expect(page.locator(shown)).toHaveCount(fitting.length);
});

test('a month, by everything; words in its abstracts when they are asked for', async ({
  page,
  real,
}) => {
  const papers = ofMonth(real, real.day.slice(0, 7));
  await tried(page, real.at(real.kinds.month), papers, queries(papers));
  const [query, fits] = withWords[0] ?? ['', () => false];
  await page.goto(`${real.at(real.kinds.month)}?${query}`);
  await page.locator('.filter').click();
  await page.getByRole('button', { name: 'Look in the abstracts too' }).click();
  await expect(page.locator('.chosen b')).toContainText(`${papers.filter(fits).length} of`);
});

test('a topic, by everything', async ({ page, real }) => {
  // Its page has the newest fifty, and the rest of their oldest day.
  const papers: RealPaper[] = [];
  for (const day of real.days)
    if (papers.length < 50)
      papers.push(
        ...real
          .papersOn(day)
          .filter(({ topics }) => topics.some((t) => t.topic === 'manipulation')),
      );
  const url = real.at('topics/manipulation/');
  await tried(page, url, papers, [...queries(papers), ...withWords]);
});

test('a search, by everything', async ({ page, real }) => {
  const papers = real.days.flatMap(real.papersOn);
  const found = page.locator('.search-state');
  for (const [query, fits] of queries(papers)) {
    await page.goto(real.at(`search/?${query}`));
    await expect(found, query).toContainText('since');
    const older = page.locator('.older');
    while (await older.isVisible()) {
      const before = await found.textContent();
      await older.click();
      await expect(found).not.toHaveText(before ?? '');
    }
    const n = papers.filter(fits).length.toLocaleString('en-US');
    await expect(found, query).toContainText(new RegExp(`^${n} papers`));
  }
  const [topic] = queries(papers).map(([query]) => query);
  await page.goto(real.at(`search/?${topic}&order=newest`));
  await expect(found).toContainText('papers since');
  const counted = async () => Number.parseInt((await found.textContent()) ?? '', 10);
  const all = await counted();
  await page.locator('[name=without]').fill('learning');
  await expect.poll(counted).toBeLessThan(all);
});

test('the saved list, by everything, also what came to it while its filters were open', async ({
  page,
  real,
}) => {
  const parts = [
    ofMonth(real, real.days[0]?.slice(0, 7) ?? '').slice(0, 20),
    ofMonth(real, real.day.slice(0, 7)).slice(0, 60),
  ];
  const saved = parts.flat();
  for (const part of parts) {
    await page.goto(real.at(`saved/#ids=${part.map(({ id }) => id).join(',')}`));
    await page.locator('.did button').click();
    await expect(page.locator(`.saved[id="${part[0]?.id}"]`)).toBeVisible();
    await page.locator('.filter').click();
    await page.keyboard.press('Escape');
  }
  await expect(page.locator('.saved')).toHaveCount(saved.length);
  await page.locator('.filter').click();
  const [query, fits] = queries(saved)[0] ?? ['', () => false];
  await page.locator(`.sift [name=topic][value="${query.slice(6)}"]`).check();
  await expect(page.locator(shown)).toHaveCount(saved.filter(fits).length);
  await tried(page, real.at('saved/'), saved, queries(saved));
  const [words, speak] = withWords[1] ?? ['', () => false];
  await page.goto(`${real.at('saved/')}?${words}`);
  await page.locator('.filter').click();
  await page.getByRole('button', { name: 'Look in the abstracts too' }).click();
  await expect(page.locator(shown)).toHaveCount(saved.filter(speak).length);
});
