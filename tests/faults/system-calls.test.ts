/** Killed, or refused by the disk, at every system call that writes to the data folder. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf, onCopy, prepareField, removeField, type Field } from './folders.ts';
import { SIZE, view, type Writer } from './scenario.ts';
import { callsOf, canTrace, disturbedRun, type Call } from './traced-run.ts';
import { report } from './trials.ts';

let field: Field;
let calls: Record<Writer, Call[]>;

beforeAll(() => {
  field = prepareField();
  if (!canTrace) {
    console.warn('strace is not here, or may not trace: no run is killed at a system call.');
    return;
  }
  calls = {
    store: onCopy(field, (dir) => callsOf(field.child, dir, 'store')),
    plain: onCopy(field, (dir) => callsOf(field.child, dir, 'plain')),
  };
});
afterAll(() => removeField(field));

/** The faults found over all calls of a writer. */
function trials(writer: Writer, how: string): { trials: number; faults: string[] } {
  const faults = calls[writer].flatMap((call) =>
    onCopy(field, (dir) => {
      const run = disturbedRun(field.child, dir, writer, call, how);
      const silent = silentFault(dir, writer, run);
      const fault = silent ?? faultOf(field, dir, writer);
      return fault === null ? [] : [`${call.name} ${call.when} (${call.line}): ${fault}`];
    }),
  );
  return { trials: calls[writer].length, faults };
}

/** A run that ends well must have done its work, and one that does not must say why. */
function silentFault(
  dir: string,
  writer: Writer,
  run: ReturnType<typeof disturbedRun>,
): string | null {
  if (run.status === 0) {
    return view(dir, writer) === field.next[writer]
      ? null
      : 'it said that it was done, and was not';
  }
  if (run.signal === null && run.stderr.trim() === '') return 'it failed without a word';
  return null;
}

describe.skipIf(!canTrace)('a run at whose every writing call', () => {
  it.each([
    ['it is killed', 'signal=KILL', 'SIGKILL at every system call that writes', 1],
    ['the disk is full', 'error=ENOSPC', 'ENOSPC at every such call', 2],
    ['the disk fails', 'error=EIO', 'EIO at every such call', 3],
    ['the disk is read-only', 'error=EROFS', 'EROFS at every such call', 4],
  ])(
    '%s leaves the old or the new snapshot, and a rerun the bytes of an undisturbed run',
    (_, how, name, order) => {
      const store = trials('store', how);
      const plain = trials('plain', how);
      report({
        class: name,
        order,
        size: SIZE,
        trials: store.trials,
        held: store.trials - store.faults.length,
        baseline: { trials: plain.trials, held: plain.trials - plain.faults.length },
      });
      expect(store.faults).toEqual([]);
      expect(store.trials).toBeGreaterThan(40);
      // The harness finds what it looks for where there are no guards.
      expect(plain.faults.length).toBeGreaterThan(0);
    },
  );

  it('every file is synced before it is renamed into place, and its folder before the manifest is', () => {
    const lines = calls.store.map(({ line }) => line);
    const at = (pattern: RegExp) => lines.findIndex((line) => pattern.test(line));
    const commit = at(/^rename\(.*manifest\.json\.tmp/);
    const end = at(/^rename\(.*\.pending\/manifest\.json", /);
    const staged = lines.flatMap((line) => /^write\(\d+<([^>]*%2F[^>]*)>/.exec(line)?.[1] ?? []);
    expect(staged.length).toBeGreaterThan(4);
    for (const file of staged) {
      const synced = lines.findIndex(
        (line) => line.startsWith('fsync(') && line.includes(`<${file}>`),
      );
      const renamed = lines.findIndex((line) => line.startsWith(`rename("${file}"`));
      expect(synced).toBeGreaterThan(0);
      expect(synced).toBeLessThan(commit);
      expect(renamed).toBeGreaterThan(commit);
      expect(renamed).toBeLessThan(end);
      const folder = decodeURIComponent(file.replace('/.pending/', '/')).replace(/\/[^/]*$/, '');
      const folderSynced = lines.findLastIndex(
        (line) => line.startsWith('fsync(') && line.includes(`<${folder}>`),
      );
      expect(folderSynced).toBeGreaterThan(renamed);
      expect(folderSynced).toBeLessThan(end);
    }
  });
});
