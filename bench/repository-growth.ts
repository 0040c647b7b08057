/**
 * `npm run bench:growth -- [--days 1255]`: what the archive costs a repository over years of mailing days, each committed
 * by the store and by git: bytes of a daily push, of a clone, of the work tree, time of a commit, entries in a folder.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addDay } from './archive/make-archive.ts';
import type { Plan } from './archive/synthetic-paper.ts';
import { textPool } from './archive/texts.ts';
import { variedTexts } from './archive/varied-texts.ts';
import { NEW_A_DAY } from './archive/synthetic-paper.ts';

const { values } = parseArgs({ options: { days: { type: 'string', default: '1255' } } });
const days = Number(values.days);
const root = resolve('.tmp/growth');
const repository = join(root, 'repository');
const data = join(repository, 'data');

/** The last days of the run: their median is what a day costs at that size. */
const MEASURED = Math.min(20, days);

interface DayCost {
  storeSeconds: number;
  gitSeconds: number;
  pushBytes: number;
}

function git(...args: string[]): Buffer {
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org'];
  return execFileSync('git', [...identity, '-c', 'commit.gpgsign=false', ...args], {
    cwd: repository,
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

function seconds(act: () => void): number {
  const begun = performance.now();
  act();
  return (performance.now() - begun) / 1000;
}

/** What a push of the newest commit sends: the objects that the one before lacks, as differences. */
function pushBytes(): number {
  const range = Buffer.from('HEAD\n^HEAD~1\n');
  const options = ['pack-objects', '--revs', '--thin', '--stdout', '-q'];
  return execFileSync('git', options, { cwd: repository, input: range, maxBuffer: 1 << 30 }).length;
}

function commitDay(day: number): Pick<DayCost, 'gitSeconds'> {
  return {
    gitSeconds: seconds(() => {
      git('add', '-A', 'data');
      git('commit', '-qm', `data: day ${day}`);
    }),
  };
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, String(name))))
    .reduce((total, entry) => total + (entry.isFile() ? entry.size : 0), 0);
}

function mostEntries(folder: string): number {
  const inside = readdirSync(folder, { withFileTypes: true });
  const below = inside.filter((entry) => entry.isDirectory());
  return Math.max(inside.length, ...below.map(({ name }) => mostEntries(join(folder, name))));
}

function cloneBytes(): number {
  execFileSync('git', ['clone', '-q', '--bare', `file://${repository}`, join(root, 'clone.git')]);
  return bytesBelow(join(root, 'clone.git/objects'));
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

rmSync(root, { recursive: true, force: true });
mkdirSync(repository, { recursive: true });
git('init', '-q');
const pool = textPool();
const texts = variedTexts(pool.texts, Math.max(days * NEW_A_DAY, 1_000));
let plan: Plan = { seed: 1, texts, lastDay: -1 };
const costs: DayCost[] = [];
for (let day = 0; day < days; day += 1) {
  const storeSeconds = seconds(() => {
    ({ plan } = addDay(data, plan));
  });
  const { gitSeconds } = commitDay(day);
  if (day > 0 && day >= days - MEASURED)
    costs.push({ storeSeconds, gitSeconds, pushBytes: pushBytes() });
  if (day % 50 === 49) console.log(`day ${day + 1} of ${days}`);
}
// A host repacks what is pushed to it.
git('gc', '-q');
const [clone, tree] = [cloneBytes(), bytesBelow(data)];
const perDay = (bytes: number) => `${(bytes / days / 1000).toFixed(0)} KB a day`;
console.log(
  `${days} mailing days, ${days * NEW_A_DAY} papers, ${pool.from} with their sentences mixed`,
);
console.log(`clone          ${(clone / 1e6).toFixed(1)} MB, ${perDay(clone)}`);
console.log(`work tree      ${(tree / 1e6).toFixed(1)} MB, ${perDay(tree)}`);
console.log(`daily push     ${(median(costs.map((cost) => cost.pushBytes)) / 1000).toFixed(0)} KB`);
console.log(
  `store's commit ${median(costs.map((cost) => cost.storeSeconds)).toFixed(2)} s, making the day's papers included`,
);
console.log(`git's commit   ${median(costs.map((cost) => cost.gitSeconds)).toFixed(2)} s`);
console.log(`most entries   ${mostEntries(data)} in a folder`);
rmSync(root, { recursive: true, force: true });
