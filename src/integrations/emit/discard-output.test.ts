import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discardOutput } from './discard-output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'discard-'));
  mkdirSync(join(folder, 'dist/days/2026-11-23'), { recursive: true });
  mkdirSync(join(folder, 'dist/.git'));
  writeFileSync(join(folder, 'dist/index.html'), 'home');
  writeFileSync(join(folder, 'dist/days/2026-11-23/index.html'), 'day');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('discardOutput', () => {
  it('leaves the folder empty at once, but for .git, and deletes what was in it', async () => {
    const deleted = discardOutput(join(folder, 'dist'), join(folder, 'cache'));
    expect(readdirSync(join(folder, 'dist'))).toEqual(['.git']);
    await deleted;
    expect(existsSync(join(folder, 'cache/discarded'))).toBe(false);
  });

  it('deletes what a build left that broke off', async () => {
    mkdirSync(join(folder, 'cache/discarded/days'), { recursive: true });
    await discardOutput(join(folder, 'dist'), join(folder, 'cache'));
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('has nothing to do before the first build', async () => {
    await discardOutput(join(folder, 'none'), join(folder, 'cache'));
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
