import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitSnapshot } from './commit-snapshot.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import { openSnapshot } from './open-snapshot.ts';
import { verifySnapshot } from './verify-snapshot.ts';

function git(folder: string, ...args: string[]): number | null {
  const identity = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  return spawnSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' }).status;
}

function commit(folder: string, papers: [number, number][], doi: string): void {
  const dir = join(folder, 'data');
  commitSnapshot(dir, {
    base: openSnapshot(dir, { cacheFile: null }),
    papers: [
      ...papers.map(([day, number]) => inventedPaper(day, number)),
      { ...inventedPaper(0, 1), doi },
    ],
  });
  git(folder, 'add', 'data');
  git(folder, 'commit', '-qm', doi);
}

/** Two branches whose data a merge of git cannot join, in the middle of that merge. */
function conflict(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, [[0, 2]], '10.1/base');
  git(folder, 'checkout', '-qb', 'theirs');
  commit(
    folder,
    [
      [1, 1],
      [2, 1],
    ],
    '10.1/theirs',
  );
  git(folder, 'checkout', '-q', 'main');
  commit(
    folder,
    [
      [2, 2],
      [3, 1],
    ],
    '10.1/ours',
  );
  expect(git(folder, 'merge', '--no-commit', 'theirs')).not.toBe(0);
  expect(readFileSync(join(folder, 'data/manifest.json'), 'utf8')).toContain('<<<<<<<');
  return folder;
}

function mergeSnapshot(folder: string, ...names: string[]): string {
  const script = resolve(import.meta.dirname, '../../scripts/merge-snapshot.ts');
  return execFileSync(process.execPath, [script, ...names], { cwd: folder, encoding: 'utf8' });
}

describe('a merge of git that stopped at the data', () => {
  it('is completed by the records of both sides, whichever is ours', () => {
    const folder = conflict();
    expect(mergeSnapshot(folder)).toMatch(/holds HEAD and MERGE_HEAD together: 6 records/);
    const dir = join(folder, 'data');
    expect(verifySnapshot(dir).problems).toEqual([]);
    const found = [...openSnapshot(dir, { cacheFile: null }).allPapers()];
    expect(found).toHaveLength(6);
    expect(found[0]?.doi).toBe('10.1/theirs');
    expect(git(folder, 'add', 'data')).toBe(0);
    expect(git(folder, 'commit', '-q', '--no-edit')).toBe(0);
    const merged = contents(dir);
    mergeSnapshot(folder, 'theirs', 'main~1');
    expect(contents(dir)).toEqual(merged);
  });

  it('is refused by name when one of the two is no commit', () => {
    const folder = conflict();
    expect(() => mergeSnapshot(folder, 'HEAD', 'nowhere')).toThrow(/nowhere is no commit/);
  });
});
