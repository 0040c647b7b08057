import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { at, expect, pageKinds, test } from './site-test.ts';

const gzipped = (body: Buffer | string) => gzipSync(body, { level: 6 }).length;

test('a day page asks for at most 15 KB of JavaScript and 15 KB of CSS, gzipped', async ({
  page,
}) => {
  const sizes = { script: 0, stylesheet: 0 };
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  await page.goto(at(pageKinds.crowded), { waitUntil: 'networkidle' });
  for (const answer of answers) {
    const kind = answer.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet') sizes[kind] += gzipped(await answer.body());
  }
  expect(sizes.script).toBeGreaterThan(0);
  expect(sizes.script).toBeLessThanOrEqual(15 * 1024);
  expect(sizes.stylesheet).toBeLessThanOrEqual(15 * 1024);
});

test('a paper page is small: the site holds tens of thousands', () => {
  const folder = join(process.env['E2E_DIR'] ?? '', 'papers');
  const sizes = readdirSync(folder)
    .filter((id) => id.startsWith('2611.19'))
    .map((id) => readFileSync(join(folder, id, 'index.html')).length);
  expect(sizes.length).toBe(16);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(6.5 * 1024);
});
