/** A bit that changes by itself, in any file of the data folder: found by the reader and by the check. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifySnapshot } from '../../src/store/verify-snapshot.ts';
import { onCopy, prepareField, removeField, type Field } from './folders.ts';
import { change, SIZE, view } from './scenario.ts';
import { report } from './trials.ts';

const TRIALS = Number(process.env['FAULTS_FLIPS'] ?? 1000);

let field: Field;
beforeAll(() => {
  field = prepareField();
});
afterAll(() => removeField(field));

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function isRefused(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    return String(error).includes('npm run repair');
  }
}

/** Whether a reader without checks takes the papers as they are. */
function isReadable(dir: string): boolean {
  try {
    view(dir, 'plain');
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

it(`${TRIALS} flipped bits are all found, by reading and by checking`, () => {
  const plain = { trials: 0, held: 0 };
  const missed = onCopy(field, (dir) => {
    change(dir, 'store');
    const names = readdirSync(dir, { recursive: true })
      .map(String)
      .filter((name) => statSync(join(dir, name)).isFile());
    const next = random(20_261_124);
    return Array.from({ length: TRIALS }).flatMap((_, trial) => {
      const name = names[trial % names.length] ?? '';
      const bytes = readFileSync(join(dir, name));
      const flipped = Buffer.from(bytes);
      const [at, bit] = [next(bytes.length), next(8)];
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
      writeFileSync(join(dir, name), flipped);
      if (name.startsWith('papers')) {
        plain.trials += 1;
        if (!isReadable(dir)) plain.held += 1;
      }
      const isFound =
        isRefused(() => view(dir, 'store')) && verifySnapshot(dir).problems.length > 0;
      writeFileSync(join(dir, name), bytes);
      return isFound ? [] : [`${name}, byte ${at}, bit ${bit}`];
    });
  });
  report({
    class: 'a flipped bit in any file of `data/`',
    order: 7,
    size: SIZE,
    trials: TRIALS,
    held: TRIALS - missed.length,
    baseline: plain,
  });
  expect(missed).toEqual([]);
});
