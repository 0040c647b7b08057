/** `node --expose-gc strange-body-run.ts`: runs that meet strange bodies, one after another; a line of JSON for each. */
import { verifySnapshot } from '../../src/store/verify-snapshot.ts';
import * as faults from '../arxiv-server/faults.ts';
import type { Fault } from '../arxiv-server/faults.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import { papersOf } from '../daily/papers-seen.ts';
import { morning, startRehearsal } from '../daily/rehearsal.ts';

export interface StrangeBodyRun {
  /** `gzipBomb, api, once` */
  what: string;
  forEver: boolean;
  /** Most bytes of buffers held at one time, above those before the run. */
  held: number;
  state: string;
  problems: number;
  /** Whether the snapshot is whole, and whether a clean run afterwards makes it that of an undisturbed one. */
  sound: boolean;
  completed: boolean;
}

const FAULTS: [string, Fault][] = [
  ['slow drip', faults.slowDrip],
  ['reset in the body', faults.resetMidBody],
  ['wrong length', faults.wrongLength],
  ['gzip bomb', faults.gzipBomb],
  ['endless chunks', faults.endlessChunks],
];

if (globalThis.gc === undefined) throw new Error('run it with --expose-gc');
const collect = globalThis.gc;
const { papers } = inventRecords({ seed: 12, from: '2026-11-02', days: 9, perWeekday: 4 });
const [tuesday, evening] = [morning('2026-11-10'), '2026-11-10T17:43:00Z'];

const rehearsal = await startRehearsal({ papers });
const empty = rehearsal.save();
await rehearsal.run(tuesday);
await rehearsal.run(evening);
const expected = JSON.stringify(papersOf(rehearsal));

for (const [name, fault] of FAULTS) {
  for (const channel of ['feed', 'api', 'any'] as const) {
    for (const forEver of [false, true]) {
      rehearsal.restore(empty);
      rehearsal.deadlineMs = fault === faults.slowDrip ? 300 : 60_000;
      rehearsal.server.fail(channel, fault, ({ n }) => forEver || n === 1);
      const told = await watched();
      rehearsal.server.heal();
      rehearsal.deadlineMs = 60_000;
      await rehearsal.run(evening);
      const completed = JSON.stringify(papersOf(rehearsal)) === expected;
      const what = `${name}, ${channel}, ${forEver ? 'for ever' : 'once'}`;
      const line: StrangeBodyRun = { what, forEver, ...told, completed };
      console.log(JSON.stringify(line));
    }
  }
}
await rehearsal.close();

async function watched(): Promise<Omit<StrangeBodyRun, 'what' | 'forEver' | 'completed'>> {
  collect();
  const before = process.memoryUsage().arrayBuffers;
  let held = 0;
  const above = () => process.memoryUsage().arrayBuffers - before;
  const timer = setInterval(() => {
    // What a former try held is garbage, and no longer held: it is collected before it is counted.
    if (above() > 48 << 20) collect();
    held = Math.max(held, above());
  }, 2);
  const { outcomes } = await rehearsal.run(tuesday);
  clearInterval(timer);
  const outcome = outcomes.get('arxiv');
  return {
    held,
    state: outcome?.state ?? 'none',
    problems: outcome?.problems?.length ?? 0,
    sound: verifySnapshot(rehearsal.dir).problems.length === 0,
  };
}
