/**
 * `npm run bench`: what a build costs at several sizes of the archive, beside Hugo and Eleventy on the same content.
 * `--sizes 1000,10000` (or `--large` for 200,000 too), `--days 3` next days per way, `--no-rivals` or
 * `--no-eleventy` alone, `--no-search`;
 * `--write` puts the result into docs/performance.md. A size that was measured is kept in `.tmp/bench-results/`; with
 * `--saved` those of earlier runs that this one does not measure stand in the tables too.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchSize, type SizeResult } from './bench-size.ts';
import { textPool } from './archive/texts.ts';
import { machine } from './machine.ts';
import { performanceTables } from './performance-tables.ts';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    large: { type: 'boolean', default: false },
    days: { type: 'string', default: '3' },
    rivals: { type: 'boolean', default: true },
    eleventy: { type: 'boolean', default: true },
    search: { type: 'boolean', default: true },
    write: { type: 'boolean', default: false },
    saved: { type: 'boolean', default: false },
  },
});

const START = '<!-- measured by npm run bench -->';
const END = '<!-- end of what was measured -->';

const SAVED = resolve('.tmp/bench-results');

const pool = textPool();
const sizes = values.sizes.split(',').filter(Boolean).map(Number);
const results: SizeResult[] = [];
for (const papers of values.large ? [...sizes, 200_000] : sizes) {
  console.log(`${papers.toLocaleString('en')} papers, ${pool.from}`);
  const result = await benchSize(papers, {
    dir: resolve('.tmp/bench'),
    pool,
    days: Number(values.days),
    rivals: values.rivals,
    eleventy: values.eleventy,
    search: values.search,
    say: console.log,
  });
  results.push(result);
  mkdirSync(SAVED, { recursive: true });
  writeFileSync(join(SAVED, `${papers}.json`), JSON.stringify(result));
}
if (values.saved) {
  const measured = new Set(results.map(({ papers }) => papers));
  for (const name of readdirSync(SAVED)) {
    const earlier: SizeResult = JSON.parse(readFileSync(join(SAVED, name), 'utf8'));
    if (!measured.has(earlier.papers)) results.push(earlier);
  }
}
results.sort((a, b) => a.papers - b.papers);
const tables = performanceTables(results, { machine: machine(), texts: pool.from });
console.log(`\n${tables}`);

if (values.write) {
  const file = 'docs/performance.md';
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${file} lacks "${START}" … "${END}"`);
  writeFileSync(file, `${before}${START}\n\n${tables}\n${END}${after}`);
}
