/** Fifty rounds of two to five writers that push at once: every id of every writer lands. */
import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Paper } from '../../src/paper.ts';
import { gitIn } from '../../src/push/git.ts';
import { landSnapshot } from '../../src/push/land-snapshot.ts';
import { inventedPaper } from '../../src/store/fixtures/invented-papers.ts';
import { gitHistory } from '../../src/store/git-history.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { verifySnapshot } from '../../src/store/verify-snapshot.ts';
import { change, clone, gitEnvironment, startField, type Field } from '../push-race/race.ts';
import { report } from './trials.ts';

const ROUNDS = Number(process.env['FAULTS_PUSH_ROUNDS'] ?? 50);
const PLAIN_ROUNDS = Math.max(2, Math.round(ROUNDS / 10));

let field: Field;
const expected = new Set<string>([inventedPaper(0, 1).id]);
beforeAll(() => {
  field = startField([inventedPaper(0, 1)]);
});
afterAll(() => {
  field.remove();
});

const writersOf = (round: number): Paper[][] =>
  Array.from({ length: 2 + (round % 4) }, (_, i) => [
    // a shard that all writers of all rounds share, one of the round, one paper that all bring
    inventedPaper(1, 2 + round * 5 + i),
    inventedPaper(2 + round, 2 + i),
    inventedPaper(2 + round, 1),
  ]);

/** What the commit job does with a run's files; how these are packed and unpacked is tried elsewhere. */
async function land(dir: string): Promise<number> {
  const run = gitIn(dir, gitEnvironment);
  const data = join(dir, 'data');
  const begun = (await run(['rev-parse', 'HEAD'])).trim();
  const { tries } = await landSnapshot(
    openSnapshot(data, { cacheFile: null }),
    begun,
    { git: run, history: gitHistory(data), remote: 'origin', branch: 'main' },
    { sleep: (ms) => sleep(ms / 20), random: Math.random, say: () => undefined },
  );
  return tries;
}

async function roundOf(round: number): Promise<{ fault: string | null; tries: number[] }> {
  const writers = writersOf(round);
  const dirs = writers.map((papers, i) => {
    const dir = clone(field, `round-${round}-${i}`);
    change(dir, { papers });
    return dir;
  });
  const tries = await Promise.all(dirs.map(land));
  for (const { id } of writers.flat()) expected.add(id);
  const reader = clone(field, `reader-${round}`);
  const data = join(reader, 'data');
  const [problem] = verifySnapshot(data).problems;
  const ids = new Set([...openSnapshot(data, { cacheFile: null }).allPapers()].map(({ id }) => id));
  for (const dir of [...dirs, reader]) rmSync(dir, { recursive: true, force: true });
  const lost = [...expected].filter((id) => !ids.has(id));
  return { fault: problem?.message ?? (lost.length > 0 ? `lost: ${lost.join(' ')}` : null), tries };
}

const plainScript = `
  git add --all && git commit --quiet -m data || exit 1
  for try in 1 2 3; do
    git push --quiet origin HEAD:refs/heads/main && exit 0
    git pull --quiet --rebase origin main || { git rebase --abort; exit 1; }
  done
  exit 1`;

/** Writers that pull, rebase and push a file of lines, as a script in a workflow does. */
async function plainRound(place: Field, round: number): Promise<boolean> {
  const writers = writersOf(round);
  const file = 'data/papers.ndjson';
  const dirs = writers.map((papers, i) => {
    const dir = clone(place, `plain-${round}-${i}`);
    appendFileSync(join(dir, file), papers.map((paper) => `${JSON.stringify(paper)}\n`).join(''));
    return dir;
  });
  const run = (cwd: string) =>
    promisify(execFile)('bash', ['-c', plainScript], { cwd, env: gitEnvironment }).catch(
      () => null,
    );
  await Promise.all(dirs.map(run));
  const reader = clone(place, `plain-reader-${round}`);
  const text = readFileSync(join(reader, file), 'utf8');
  for (const dir of [...dirs, reader]) rmSync(dir, { recursive: true, force: true });
  return writers.flat().every(({ id }) => text.includes(`"${id}"`));
}

it(`${ROUNDS} rounds: every id lands`, async () => {
  const plainField = startField([]);
  const plain: boolean[] = [];
  for (let round = 0; round < PLAIN_ROUNDS; round += 1)
    plain.push(await plainRound(plainField, round));
  plainField.remove();
  const wrong: string[] = [];
  let [writers, tries] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { fault, tries: taken } = await roundOf(round);
    if (fault !== null) wrong.push(`round ${round}: ${fault}`);
    writers += taken.length;
    tries += taken.reduce((sum, one) => sum + one, 0);
    // after each, so that a run that is broken off has told what it saw
    report({
      class: 'pushes of 2 to 5 writers at once on a bare repository',
      order: 50,
      size: `${writers} writers, ${expected.size} papers, ${tries} tries`,
      trials: round + 1,
      held: round + 1 - wrong.length,
      baseline: { trials: plain.length, held: plain.filter(Boolean).length },
    });
  }
  expect(wrong).toEqual([]);
  expect(plain).toContain(false);
});
