/**
 * `node bench/commit-day.ts DATA_DIR DAY.json`: merges a day into a snapshot in a process of its own, and prints what that
 * took: seconds by the clock, and the peak of memory with Node itself.
 */
import { readFileSync } from 'node:fs';
import { commitDay, type NextDay } from './archive/make-archive.ts';

export interface CommitCost {
  seconds: number;
  megabytes: number;
}

const [dataDir, file] = process.argv.slice(2);
if (dataDir === undefined || file === undefined)
  throw new Error('usage: node bench/commit-day.ts DATA_DIR DAY.json');
const day: NextDay = JSON.parse(readFileSync(file, 'utf8'));
const begun = performance.now();
commitDay(dataDir, day);
const cost: CommitCost = {
  seconds: (performance.now() - begun) / 1000,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(JSON.stringify(cost));
