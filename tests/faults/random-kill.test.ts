/** Killed at random times, as a machine that is switched off would be. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultOf, onCopy, prepareField, removeField, type Field } from './folders.ts';
import { SIZE, type Writer } from './scenario.ts';
import { report } from './trials.ts';

const TRIALS = Number(process.env['FAULTS_KILLS'] ?? 200);

let field: Field;
beforeAll(() => {
  field = prepareField();
});
afterAll(() => removeField(field));

/** Starts a run, lets it go, and kills it after so many milliseconds. @returns how long it was at work, at most that */
async function killAfter(dir: string, writer: Writer, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [field.child, dir, writer, 'wait'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await new Promise((ready) => child.stdout.once('data', ready));
  const begun = performance.now();
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.stdin.write('\n');
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
  return performance.now() - begun;
}

it(`${TRIALS} runs killed at random times leave the old or the new snapshot`, async () => {
  const usual = await onCopy(field, (dir) => killAfter(dir, 'store', 60_000));
  const faults: string[] = [];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    // Spread evenly over the run, so that a short suite and a long one look at all of it.
    const milliseconds = usual * ((trial * 0.618_034) % 1);
    const fault = await onCopy(field, async (dir) => {
      await killAfter(dir, 'store', milliseconds);
      return faultOf(field, dir, 'store');
    });
    if (fault !== null) faults.push(`after ${milliseconds.toFixed(2)} ms: ${fault}`);
  }
  report({
    class: 'SIGKILL at random times',
    order: 5,
    size: SIZE,
    trials: TRIALS,
    held: TRIALS - faults.length,
  });
  expect(faults).toEqual([]);
});
