/** The ways back that the guide names: each is one command, and is run here as it stands there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { contents } from '../../src/store/fixtures/folder.ts';
import { inventedPaper } from '../../src/store/fixtures/invented-papers.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { gitEnvironment } from '../push-race/race.ts';
import { readWorkflows, stepsOf } from '../workflows/read-workflows.ts';

/** A bar within a table is escaped. */
const guide = readFileSync('docs/reliability.md', 'utf8').replaceAll('\\|', '|');
let dir: string;
const git = (...args: string[]): string =>
  execFileSync('git', args, {
    cwd: dir,
    env: gitEnvironment,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pulse-rollback-'));
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const commit = (what: string): string => {
  git('add', '--all');
  git('commit', '--quiet', '-m', what);
  return git('rev-parse', 'HEAD');
};

it('a config that is refused, or was a mistake, goes back by the command of the guide', () => {
  const file = join(dir, 'config.yaml');
  const good = readFileSync('config.yaml', 'utf8');
  writeFileSync(file, good);
  commit('good');
  writeFileSync(file, good.replace(/^topics:/m, 'topicz:'));
  commit('bad');
  expect(() => parseConfig(readFileSync(file, 'utf8'), file)).toThrow(/topicz/);
  const command = 'git revert --no-edit HEAD';
  expect(guide).toContain(`\`${command}\``);
  git(...command.split(' ').slice(1));
  expect(readFileSync(file, 'utf8')).toBe(good);
  expect(git('status', '--porcelain')).toBe('');
});

describe('a site that was a bad deploy', () => {
  const step = stepsOf(readWorkflows()).find(
    ({ step: { name } }) => name === 'Merge, commit and push until it lands',
  );
  const chosen = (siteOf: string) => {
    const output = join(dir, '..', `${dir.split('/').at(-1) ?? ''}-output`);
    writeFileSync(output, '');
    const { status, stderr } = spawnSync(
      'bash',
      ['-e', '-o', 'pipefail', '-c', step?.step.run ?? 'false'],
      {
        cwd: dir,
        env: { ...gitEnvironment, CHANGED: 'false', SITE_OF: siteOf, GITHUB_OUTPUT: output },
        encoding: 'utf8',
      },
    );
    const text = readFileSync(output, 'utf8').trim();
    rmSync(output);
    return { status, stderr, sha: text.replace('sha=', '') };
  };

  it('is published as of an earlier commit by the command of the guide, and of nothing but a commit of the branch', () => {
    writeFileSync(join(dir, 'README'), 'one\n');
    const first = commit('first');
    writeFileSync(join(dir, 'README'), 'two\n');
    const second = commit('second');
    git('checkout', '--quiet', '-b', 'other', first);
    writeFileSync(join(dir, 'README'), 'three\n');
    const stranger = commit('elsewhere');
    git('checkout', '--quiet', 'main');
    expect(guide).toContain('`gh workflow run daily.yml -f site_of=<commit>`');
    expect(chosen('')).toMatchObject({ status: 0, sha: second });
    expect(chosen(first)).toMatchObject({ status: 0, sha: first });
    expect(chosen(first.slice(0, 9))).toMatchObject({ status: 0, sha: first });
    for (const bad of [stranger, 'nothing', '--help', '$(touch x)'])
      expect(chosen(bad)).toMatchObject({ sha: '', status: expect.not.toBeOneOf([0]) });
  });

  it('fetches nothing on the way', () => {
    const fetching = stepsOf(readWorkflows()).filter(({ step: { run } }) =>
      /npm run (?:update|backfill)/.test(run ?? ''),
    );
    for (const { step: one, where } of fetching) expect(one.if, where).toContain('!inputs.site_of');
  });
});

it('data that were a mistake go back to a day by the command of the guide', () => {
  const data = join(dir, 'data');
  const add = (number: number): void => {
    commitSnapshot(data, {
      base: openSnapshot(data, { cacheFile: null }),
      papers: [inventedPaper(1, number)],
    });
  };
  add(1);
  const first = commit('first');
  const before = contents(data);
  add(2);
  commit('second');
  expect(guide).toContain('`npm run restore -- --at <commit|file|date>`');
  const { status } = spawnSync(process.execPath, [resolve('scripts/restore.ts'), '--at', first], {
    cwd: dir,
    env: { ...gitEnvironment, DATA_DIR: data, BACKUPS_DIR: join(dir, 'backups') },
  });
  expect(status).toBe(0);
  expect(contents(data)).toEqual(before);
});
