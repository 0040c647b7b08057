import type { Page } from '@playwright/test';
import { ids, newestDay } from './invented-site.ts';
import { at, expect, pageKinds, test } from './site-test.ts';

/** Pages of a PDF as Chromium writes it. */
async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('a day leads to the sheet of its week', async ({ page }) => {
  await page.goto(at(`days/${newestDay}/`));
  await page.getByRole('link', { name: 'Week 48 on two pages' }).click();
  await expect(page.locator('h1')).toHaveText('Week 48, 2026');
  await expect(page.locator('.sheet-papers')).toContainText('folds laundry');
  await expect(page.locator('.sheet-papers')).not.toContainText('retracted');
});

for (const locale of ['en-GB', 'zh-CN']) {
  test(`the sheet prints on two pages at most, starred papers included, ${locale}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const starred = Array.from({ length: 30 }, (_, n) => [
      `2611.2${String(n).padStart(4, '0')}`,
      {
        star: true,
        title: `A starred paper with a title of two lines, number ${n}, `.repeat(2),
        authors: 'A, B',
        day: newestDay,
        at: n + 1,
      },
    ]);
    await page.addInitScript((papers) => {
      localStorage.setItem('marks', JSON.stringify({ v: 1, papers: Object.fromEntries(papers) }));
    }, starred);
    await page.goto(at(pageKinds.week));
    await expect(page.locator('.sheet-stars li')).toHaveCount(10);
    // As many papers as the sheet ever holds, with titles longer than most.
    await page
      .locator('.columns ul')
      .first()
      .evaluate((list) => {
        const one = list.querySelector('li');
        if (!one) return;
        const count = document.querySelectorAll('.columns li').length;
        for (let n = count; n < 48; n++) {
          const copy = one.cloneNode(true) as HTMLElement;
          const link = copy.querySelector('a');
          if (link)
            link.textContent =
              'A title that is longer than most titles are, so that it takes two lines of a column: a study';
          list.append(copy);
        }
      });
    await expect(page.locator('.columns li')).toHaveCount(48);
    const pages = await printedPages(page);
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(2);
    await context.close();
  });
}

test('the sheet lists what the reader starred in that week', async ({ page }) => {
  await page.goto(at(''));
  await page.locator(`[id="${ids.linked}"] h3 a`).focus();
  await page.keyboard.press('s');
  await page.goto(at(pageKinds.week));
  await expect(page.locator('.sheet-stars')).toContainText('Starred by you: 1');
  await expect(page.locator('.sheet-stars a')).toHaveAttribute('href', at(`papers/${ids.linked}/`));
});
