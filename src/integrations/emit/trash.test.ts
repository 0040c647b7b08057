import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Trash } from './trash.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trash-'));
  mkdirSync(join(folder, 'dist/days/2026-11-23'), { recursive: true });
  writeFileSync(join(folder, 'dist/index.html'), 'home');
  writeFileSync(join(folder, 'dist/days/2026-11-23/index.html'), 'day');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Trash', () => {
  it('takes files and folders away at once, and deletes them in the end', async () => {
    const trash = new Trash(join(folder, 'trash'));
    trash.take([join(folder, 'dist/days'), join(folder, 'dist/index.html')]);
    expect(readdirSync(join(folder, 'dist'))).toEqual([]);
    await trash.emptied();
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('takes the same name twice in one build', async () => {
    const trash = new Trash(join(folder, 'trash'));
    trash.take([join(folder, 'dist/days')]);
    mkdirSync(join(folder, 'dist/days'));
    trash.take([join(folder, 'dist/days')]);
    await trash.emptied();
    expect(existsSync(join(folder, 'trash'))).toBe(false);
  });

  it('deletes what a build left that broke off', async () => {
    mkdirSync(join(folder, 'trash/1/0'), { recursive: true });
    await new Trash(join(folder, 'trash')).emptied();
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('passes over what is not there', async () => {
    const trash = new Trash(join(folder, 'trash'));
    trash.take([join(folder, 'none')]);
    await expect(trash.emptied()).resolves.toBeUndefined();
  });
});
