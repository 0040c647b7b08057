// Counts what the runners' JSON reports hold and prints the closing line.
// A step that failed outside a test (format, lint, types, a crashed runner) counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

const failedSteps = Number(process.argv[2] ?? 0);
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
const vitest = read('reports/vitest.json');
const playwright = read('reports/playwright.json');

let passed = 0;
let failed = 0;
if (vitest) {
  passed += vitest.numPassedTests;
  failed += vitest.numFailedTests;
} else {
  console.log('no report from vitest');
}
if (playwright) {
  passed += playwright.stats.expected;
  failed += playwright.stats.unexpected;
}
if (failedSteps > 0 && failed === 0) failed = failedSteps;
if (passed === 0) failed = Math.max(failed, 1);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
