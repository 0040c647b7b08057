import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const empty = mkdtempSync(join(tmpdir(), 'explain-'));
afterAll(() => rmSync(empty, { recursive: true }));

/** Runs the command on an archive without papers. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/explain.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: join(empty, 'data'), CACHE_DIR: join(empty, '.cache') },
  });
  return { status, stdout, stderr };
}

describe('explain', () => {
  it('explains any text', () => {
    const { status, stdout } = run('--title', 'Humanoids that knit', '--category', 'cs.CV');
    expect(status).toBe(0);
    expect(stdout).toContain('humanoid: yes\n  + title "humanoid": [Humanoids] that knit');
    expect(stdout).toContain('Kept: cs.CV keeps what a topic matches; topics humanoid.');
    expect(stdout).toContain('Mentioned: embodiment Humanoid (title)');
  });

  it('says why there is nothing to explain, and what to give instead', () => {
    const { status, stderr } = run('2611.01234v2');
    expect(status).toBe(1);
    expect(stderr).toMatch(/holds no paper 2611\.01234v2.*Give its --title/s);
  });

  it.each([
    ['no argument', []],
    ['two ids', ['2611.01234', '2611.01235']],
    ['an id and a title', ['2611.01234', '--title', 'x']],
    ['no id', ['humanoid']],
    ['an unknown option', ['--titel', 'x']],
  ])('%s is wrong usage', (_, args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain('usage: npm run explain');
  });

  it('names the nearest category for one that arXiv has not', () => {
    const { status, stderr } = run('--title', 'x', '--category', 'cs.R0');
    expect(status).toBe(2);
    expect(stderr).toContain('cs.R0 is no arXiv category; did you mean `cs.RO`?');
  });
});
