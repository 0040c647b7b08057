import { readFileSync } from 'node:fs';
import { busyDay } from './invented-site.ts';
import { at, expect, freshAfternoon, pageKinds, test } from './site-test.ts';

/** Of a hundred papers every eighth is kept, every third of the rest read, the others hidden. */
const decisions = Array.from({ length: 100 }, (_, n) =>
  n % 8 === 0 ? 's' : n % 3 === 0 ? 'r' : 'x',
);

test('a hundred papers are triaged by keys alone, from opening the day to exported BibTeX', async ({
  page,
}) => {
  test.setTimeout(240_000);
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  await page.goto(at(pageKinds.busy));
  await expect(page.locator('.row .star')).toHaveCount(100);
  await press('j');
  for (const key of decisions) await press(key);
  const kept = decisions.filter((key) => key === 's').length;
  await expect(page.locator('.row .star[aria-pressed=true]')).toHaveCount(kept);
  await expect(page.locator('.row[data-read]')).toHaveCount(
    decisions.filter((key) => key === 'r').length,
  );
  await expect(page.locator('.row[data-hidden]')).toHaveCount(
    decisions.filter((key) => key === 'x').length,
  );
  await press('v');
  await expect(page.locator('.saved')).toHaveCount(kept);
  const download = page.waitForEvent('download');
  await press('b');
  const bib = readFileSync(await (await download).path(), 'utf8');
  expect(bib.match(/@misc\{/g)).toHaveLength(kept);
  expect(bib).toContain('Paper 9 of a busy day');
  // One key to begin, one a paper, one to the saved list, one to export.
  expect(presses).toBe(103);
  test.info().annotations.push({ type: 'key presses', description: String(presses) });
});

test('a mark is taken back by the same key, which stays, or by undo', async ({ page }) => {
  await page.goto(at(pageKinds.busy));
  for (const key of ['j', 's', 'k', 's']) await page.keyboard.press(key);
  await expect(page.locator('.row .star[aria-pressed=true]')).toHaveCount(0);
  await expect(page.locator('.row').first().locator('h3 a')).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.locator('.row[data-hidden]')).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(page.locator('.row[data-hidden]')).toHaveCount(0);
});

test('the last paper of a list is hidden and the one before it is up', async ({ page }) => {
  await page.goto(at(pageKinds.crowded));
  await page.locator('.row h3 a').last().focus();
  await page.keyboard.press('x');
  await expect(page.locator('.row').nth(14).locator('h3 a')).toBeFocused();
});

test('what was read can be out of sight, and keys pass it by', async ({ page }) => {
  await page.goto(at(pageKinds.crowded));
  for (const key of ['j', 'r', 'r']) await page.keyboard.press(key);
  await page.locator('.display summary').click();
  await page.getByLabel('Hidden').check();
  await expect(page.locator('.row').first()).toBeHidden();
  await page.reload();
  await expect(page.locator('.row').first()).toBeHidden();
  await page.keyboard.press('j');
  await expect(page.locator('.row').nth(2).locator('h3 a')).toBeFocused();
});

/** How far from the middle of what it shows an element takes a finger, in CSS pixels. */
const touched = (element: Element): { what: string; width: number; height: number } | null => {
  element.scrollIntoView({ block: 'center' });
  const [box] = element.getClientRects();
  if (!box) return null;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hits = (dx: number, dy: number): boolean => {
    const found = document.elementFromPoint(x + dx, y + dy);
    return found !== null && element.contains(found);
  };
  if (!hits(0, 0)) return null; // cut off at the end of its line
  const reach = (dx: number, dy: number): number => {
    let far = 0;
    while (far < 60 && hits(dx * (far + 1), dy * (far + 1))) far += 1;
    return far;
  };
  return {
    what: `${element.tagName} ${element.textContent.trim() || element.ariaLabel}`,
    width: reach(1, 0) + reach(-1, 0) + 1,
    height: reach(0, 1) + reach(0, -1) + 1,
  };
};

test('whatever a finger can press in a row is at least 44 px each way, and marks as keys do', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  for (const path of [pageKinds.day, pageKinds.busy, pageKinds.topic, pageKinds.topicMonth]) {
    await page.goto(at(path));
    await expect(page.locator('.row .star').first()).toBeAttached();
    const unfold = page.locator('.row summary').first();
    if (await unfold.count()) await unfold.tap();
    for (const row of (await page.locator('.row').all()).slice(0, 8)) {
      const targets = await row.locator('a, button, summary').all();
      const sizes = await Promise.all(targets.map((target) => target.evaluate(touched)));
      expect(sizes.filter((size) => size !== null).length).toBeGreaterThanOrEqual(2);
      for (const size of sizes)
        if (size && (size.width < 44 || size.height < 44))
          expect.soft(size, `${path} ${await row.getAttribute('id')}`).toBeNull();
    }
    expect((await page.locator('.filter').boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.goto(at(pageKinds.crowded));
  const row = page.locator('.row').first();
  await row.locator('summary').tap();
  await row.locator('.acts button').first().tap();
  await expect(row).toHaveAttribute('data-read');
  await context.close();
});

test('who comes back is told what came since, day by day and by topic, across days that were missed', async ({
  page,
}) => {
  await page.goto(at(''));
  await expect(page.locator('.since')).toContainText('new version');
  await page.evaluate((day) => {
    const marks = JSON.parse(localStorage.getItem('marks') ?? '{}');
    marks.visit = { last: day, current: day, at: Date.parse('2026-11-19T09:00:00Z') };
    localStorage.setItem('marks', JSON.stringify(marks));
  }, busyDay);
  const before = await page.locator('.turn').boundingBox();
  await page.reload();
  const line = page.locator('.since summary');
  await expect(line).toHaveText(/^Since Thu,? 19 Nov: \d+ new papers, 3 days$/);
  expect(await page.locator('.turn').boundingBox()).toEqual(before);
  await line.click();
  await expect(page.locator('.since time')).toHaveCount(3);
  await expect(page.locator('.since a').first()).toHaveAttribute(
    'href',
    new URL(at(pageKinds.day)).pathname,
  );
  await expect(page.locator('.since li', { hasText: 'Manipulation' })).toContainText(/\d/);
  await page.reload(); // within the same visit it is still told
  await expect(line).toBeVisible();
  await line.click();
  await page.getByRole('button', { name: 'I am up to date' }).click();
  await expect(line).toHaveCount(0);
  await page.locator('.did button').click();
  await expect(line).toBeVisible();
  await page.clock.setFixedTime(new Date(freshAfternoon.getTime() + 5 * 3_600_000));
  await page.reload();
  await expect(page.locator('.since')).toContainText('new version');
});
