/** The process that is killed: `node change-once.ts <data folder> store|plain`. Waits for a line when told to by a third word. */
import { readSync } from 'node:fs';
import { change } from './scenario.ts';

const [dir = '', writer, wait] = process.argv.slice(2);
if (wait !== undefined) {
  process.stdout.write('ready\n');
  readSync(0, Buffer.alloc(1));
}
try {
  change(dir, writer === 'plain' ? 'plain' : 'store');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
