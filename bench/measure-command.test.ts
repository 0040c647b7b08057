import { platform } from 'node:os';
import { describe, expect, it } from 'vitest';
import { measureCommand } from './measure-command.ts';

const hold = (megabytes: number): string =>
  `const held = Buffer.alloc(${megabytes} * 2 ** 20, 1); setTimeout(() => held.length, 700);`;
const measure = (script: string) =>
  measureCommand(process.execPath, ['-e', script], { cwd: import.meta.dirname });

describe.runIf(platform() === 'linux')('the memory of a command', () => {
  it('counts what it holds', async () => {
    const { megabytes } = await measure(hold(200));
    expect(megabytes).toBeGreaterThan(200);
  });

  it('counts the processes that it started, from whichever thread', async () => {
    const start = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold(300))}])`;
    const { megabytes } = await measure(
      `new (require('node:worker_threads').Worker)(${JSON.stringify(start)}, { eval: true })`,
    );
    expect(megabytes).toBeGreaterThan(300);
  });

  it('is told with what the command printed when it fails', async () => {
    await expect(measure('console.log("how far it came"); process.exit(3)')).rejects.toThrow(
      /ended with 3:\nhow far it came/,
    );
  });
});
