/**
 * Several writers, each with a clone of its own, push what they fetched to one bare repository at the same time. What each
 * packs is packed by the very lines of the daily workflow.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Paper } from '../../src/paper.ts';
import { gitIn } from '../../src/push/git.ts';
import { landSnapshot, type Landing, type LandingEffects } from '../../src/push/land-snapshot.ts';
import { unpackSnapshot } from '../../src/push/packed-snapshot.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { gitHistory } from '../../src/store/git-history.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Changes } from '../../src/store/snapshot.ts';
import { snapshotOfCommit } from '../../src/store/snapshot-of-commit.ts';
import { readWorkflows, stepsOf } from '../workflows/read-workflows.ts';

/** git without the settings of the machine. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'writer',
  GIT_AUTHOR_EMAIL: 'writer@example.org',
  GIT_COMMITTER_NAME: 'writer',
  GIT_COMMITTER_EMAIL: 'writer@example.org',
};

export function git(dir: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: dir,
    env: gitEnvironment,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

export interface Field {
  root: string;
  /** The bare repository. */
  remote: string;
  remove: () => void;
}

/** A bare repository whose branch `main` holds these papers. */
export function startField(papers: Paper[]): Field {
  const root = mkdtempSync(join(tmpdir(), 'pulse-race-'));
  const remote = join(root, 'remote.git');
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  const first = clone({ root, remote }, 'first');
  writeFileSync(join(first, 'README'), 'beside the data\n');
  change(first, { papers });
  git(first, 'add', '--all', '--', 'README', 'data');
  git(first, 'commit', '--quiet', '-m', 'the beginning');
  git(first, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  return { root, remote, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A clone as the workflow has it: shallow, on `main`. */
export function clone({ root, remote }: Pick<Field, 'root' | 'remote'>, name: string): string {
  const dir = join(root, name);
  git(root, 'clone', '--quiet', '--depth=1', `file://${remote}`, dir);
  git(dir, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  mkdirSync(join(dir, 'data'), { recursive: true });
  return dir;
}

/** What a run changes in a clone. */
export function change(dir: string, changes: Omit<Changes, 'base'>): void {
  const data = join(dir, 'data');
  commitSnapshot(data, { base: openSnapshot(data, { cacheFile: null }), ...changes });
}

/** Runs the step "Pack what changed" of the daily workflow. @returns the archive */
export function pack(dir: string): string {
  const step = stepsOf(readWorkflows()).find(({ step: { name } }) => name === 'Pack what changed');
  const temp = mkdtempSync(join(dir, '..', 'runner-'));
  execFileSync('bash', ['-e', '-o', 'pipefail', '-c', step?.step.run ?? 'false'], {
    cwd: dir,
    env: { ...gitEnvironment, RUNNER_TEMP: temp, GITHUB_OUTPUT: join(temp, 'output') },
    stdio: 'pipe',
  });
  return join(temp, 'snapshot.tar.gz');
}

/** Lands an archive from a fresh clone of `begun`'s state, as the commit job does. */
export async function land(
  dir: string,
  archive: string,
  more: Partial<LandingEffects> = {},
): Promise<Landing> {
  const run = gitIn(dir, gitEnvironment);
  const history = gitHistory(join(dir, 'data'));
  const begun = (await run(['rev-parse', 'HEAD'])).trim();
  const into = mkdtempSync(join(dir, '..', 'unpacked-'));
  const incoming = unpackSnapshot(archive, into, snapshotOfCommit(history, begun));
  const place = { git: run, history, remote: 'origin', branch: 'main' };
  const effects = {
    sleep: (ms: number) => sleep(ms / 20),
    random: Math.random,
    say: () => undefined,
  };
  return landSnapshot(incoming, begun, place, { ...effects, ...more });
}

/** One round: every writer begins with the same commit, and all push at once. */
export async function race(
  field: Field,
  writers: Omit<Changes, 'base'>[],
  round = 0,
): Promise<Landing[]> {
  const ready = writers.map((changes, i) => {
    const dir = clone(field, `round-${round}-writer-${i}`);
    change(dir, changes);
    const archive = pack(dir);
    // the commit job has a checkout of its own, without the fetched files
    git(dir, 'checkout', '--quiet', '--', '.');
    git(dir, 'clean', '--quiet', '-d', '--force');
    return { dir, archive };
  });
  const landed = await Promise.all(ready.map(({ dir, archive }) => land(dir, archive)));
  for (const { dir } of ready) rmSync(dir, { recursive: true, force: true });
  return landed;
}
