import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './fixtures/folder.ts';
import { lockSnapshot, type LockOwner } from './lock.ts';

const ended = spawnSync(process.execPath, ['-e', '']).pid;

function leaveLock(dir: string, part: Partial<LockOwner & { since: string }>): void {
  lockSnapshot(dir);
  const path = join(dir, '.lock');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...part }));
}

describe('a lock', () => {
  it('refuses a second one with who holds it and what to do', () => {
    const dir = temporaryFolder();
    const lock = lockSnapshot(dir);
    expect(() => lockSnapshot(dir)).toThrow(
      new RegExp(`Another run is at work.*process ${process.pid} on .*since 20.*delete .*\\.lock`),
    );
    expect(lock.held()).toBe(true);
  });

  it('leaves nothing behind when it is released, and can be taken again', () => {
    const dir = join(temporaryFolder(), 'new');
    lockSnapshot(dir).release();
    expect(readdirSync(dir)).toEqual([]);
    lockSnapshot(dir).release();
  });

  it.each([
    ['whose process has ended', { pid: ended }, /process \d+ has ended/],
    ['whose number another process has now', { start: 'before' }, /process \d+ has ended/],
    [
      'of another machine, a day old',
      { host: 'elsewhere', since: '2020-01-01T00:00:00Z' },
      /on elsewhere/,
    ],
    ['that is not readable', { since: 'x' }, /not readable/],
  ])('%s is taken over, and says so', (_, part, reason) => {
    const dir = temporaryFolder();
    leaveLock(dir, part);
    const told: string[] = [];
    const lock = lockSnapshot(dir, { warn: (message) => told.push(message) });
    expect(lock.held()).toBe(true);
    expect(told.join()).toMatch(reason);
  });

  it('of another machine is respected while a run may still be at work there', () => {
    const dir = temporaryFolder();
    leaveLock(dir, { host: 'elsewhere' });
    expect(() => lockSnapshot(dir)).toThrow(/on elsewhere/);
  });

  it('that another took away is not held any more, and its release leaves the other’s alone', () => {
    const dir = temporaryFolder();
    const lock = lockSnapshot(dir);
    writeFileSync(join(dir, '.lock'), '{"pid":1}');
    expect(lock.held()).toBe(false);
    lock.release();
    expect(existsSync(join(dir, '.lock'))).toBe(true);
  });
});
