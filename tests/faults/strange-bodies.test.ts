/** Bodies that never end, never come, or are not what they say: the deadline and the bound of memory hold. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { StrangeBodyRun } from './strange-body-run.ts';
import { report } from './trials.ts';

const CHILD = join(import.meta.dirname, 'strange-body-run.ts');
const MB = 1 << 20;
/** One body, the copy that joins its chunks, and what is read ahead of it. */
const BOUND = 64 * MB;

it('a run that meets them ends, says so, and holds little', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD], {
    timeout: 1_700_000,
  });
  const runs = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StrangeBodyRun);
  const wrong = runs.flatMap((run) => faultOf(run).map((fault) => `${run.what}: ${fault}`));
  const most = Math.round(Math.max(...runs.map(({ held }) => held)) / MB);
  report({
    class:
      'slow drip, reset in the body, wrong length, gzip bomb of 2 GB, endless chunks × channel × once, for ever',
    order: 23,
    size: `at most ${most} MB held`,
    trials: runs.length,
    held: runs.length - wrong.length,
  });
  expect(runs).toHaveLength(30);
  expect(wrong).toEqual([]);
});

function faultOf({ held, sound, completed, forEver, problems, state }: StrangeBodyRun): string[] {
  if (held > BOUND) return [`${Math.round(held / MB)} MB were held`];
  if (!sound) return ['the snapshot is damaged'];
  if (!completed) return ['a clean run does not complete it'];
  if (forEver && problems === 0 && state !== 'failing') return ['nothing is told'];
  return [];
}
