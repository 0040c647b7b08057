import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** Rows are drawn by one template: those of a long list beyond the first screens are as the ones before. */
const furtherRows = '.row:nth-child(n + 9)';

/** The rules that ask for colours, which is all that a theme changes. */
export const colourRules = ['color-contrast', 'link-in-text-block'];

/** Selectors of what is looked at, and of what is not. */
interface Part {
  include?: string[];
  exclude?: string[];
}

declare global {
  interface Window {
    axe?: { run: (context: Part, options: RunOptions) => Promise<AxeResults> };
  }
}

const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** To bring the script costs as much as to run it: once a page, and past Playwright, which would read it too. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => window.axe !== undefined)) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: script });
  await session.detach();
}

/**
 * What the rules of axe find in a page as it is, with the place.
 * @param options.rules all that axe has by default when left out
 * @param options.allRows every row of a list too
 */
export async function violationsIn(
  page: Page,
  { rules, allRows = false }: { rules?: readonly string[]; allRows?: boolean } = {},
): Promise<string[]> {
  await bringAxe(page);
  const context: Part = allRows ? { include: ['html'] } : { exclude: [furtherRows] };
  // Pages have no frames, and nothing but violations is asked for.
  const options: RunOptions = {
    iframes: false,
    elementRef: false,
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  const violations = await page.evaluate(
    async (asked) => (await window.axe?.run(asked.context, asked.options))?.violations,
    { context, options },
  );
  if (!violations) throw new Error('axe did not run');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
