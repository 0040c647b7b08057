/** A disk that is really full: a tmpfs of 2 MB with less and less space left. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultOf, prepareField, removeField, type Field } from './folders.ts';
import { SIZE, view } from './scenario.ts';
import { report } from './trials.ts';

/** Kilobytes left free, from none to more than enough. */
const FREE = Array.from({ length: 40 }, (_, index) => index * 4);

// A mount of its own, which needs no rights where user namespaces are allowed, and goes with the process.
const SCRIPT = `
  mount -t tmpfs -o size=2m tmpfs "$1/disk" || exit 90
  cp -r "$1/data" "$1/disk/data"
  left=$(df -k --output=avail "$1/disk" | tail -1)
  head -c $(( (left - $2) * 1024 )) /dev/zero > "$1/disk/filler"
  "$3" "$4" "$1/disk/data" store 2> "$1/said"
  status=$?
  rm "$1/disk/filler"
  cp -r "$1/disk/data" "$1/after"
  exit $status
`;

function runWith(folder: string, free: number): { status: number | null; said: string } {
  const inside = ['sh', '-c', SCRIPT, 'sh', folder, String(free), process.execPath, field.child];
  const { status } = spawnSync('unshare', ['--mount', '--map-root-user', ...inside], {
    stdio: 'ignore',
  });
  const said = spawnSync('cat', [join(folder, 'said')], { encoding: 'utf8' }).stdout;
  return { status, said };
}

const canMount =
  spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], {
    stdio: 'ignore',
  }).status === 0;

let field: Field;
beforeAll(() => {
  if (!canMount) console.warn('No disk may be mounted here: no run meets a full one.');
  field = prepareField();
});
afterAll(() => removeField(field));

it.skipIf(!canMount)(
  'a run on a disk with too little space is refused with a reason, and loses nothing',
  () => {
    const faults: string[] = [];
    let refused = 0;
    for (const free of FREE) {
      const folder = mkdtempSync(join(field.root, 'disk-'));
      mkdirSync(join(folder, 'disk'));
      cpSync(field.before, join(folder, 'data'), { recursive: true });
      const { status, said } = runWith(folder, free);
      const after = join(folder, 'after');
      if (!existsSync(after)) throw new Error(`the trial itself failed with ${status}: ${said}`);
      if (status !== 0) refused += 1;
      if (status !== 0 && !/ENOSPC/.test(said))
        faults.push(`${free} KB: refused without the reason: ${said}`);
      if (status === 0 && view(after, 'store') !== field.next.store)
        faults.push(`${free} KB: not done`);
      const fault = faultOf(field, after, 'store');
      if (fault !== null) faults.push(`${free} KB: ${fault}`);
    }
    report({
      class: 'a tmpfs of 2 MB with 0 to 156 KB free',
      order: 6,
      size: SIZE,
      trials: FREE.length,
      held: FREE.length - faults.length,
    });
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(5);
    expect(refused).toBeLessThan(FREE.length);
  },
);
