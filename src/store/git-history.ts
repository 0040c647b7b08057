import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Earlier states of the files of a data folder. */
export interface History {
  /** Commits that changed a file, newest first. */
  commitsOf(path: string): string[];
  /** A file as of a commit; `null` when the commit has none. */
  show(commit: string, path: string): Buffer | null;
}

/** No history: a folder outside git. */
export const noHistory: History = { commitsOf: () => [], show: () => null };

/**
 * The history that git has of a data folder. In a shallow clone it reaches as far as the clone.
 * @param dir the data folder, inside a work tree
 */
export function gitHistory(dir: string): History {
  if (gitText(dir, ['rev-parse', '--is-inside-work-tree']) !== 'true') return noHistory;
  return {
    commitsOf(path) {
      return (gitText(dir, ['log', '--format=%H', '--', path]) ?? '').split('\n').filter(Boolean);
    },
    show(commit, path) {
      return git(dir, ['show', `${commit}:./${path}`]);
    },
  };
}

/** The commit that a name stands for, or the last one on a day (UTC) or before; `null` when there is none. */
export function resolveCommit(dir: string, name: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(name);
  const found = day
    ? gitText(dir, ['rev-list', '-1', `--before=${name}T23:59:59Z`, 'HEAD', '--', '.'])
    : gitText(dir, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return found === null || found === '' ? null : found;
}

/** The commit that two others have both come from; `null` when there is none, or the clone does not reach it. */
export function commonCommit(dir: string, a: string, b: string): string | null {
  return gitText(dir, ['merge-base', a, b]) || null;
}

/** The UTC day of a commit. */
export function commitDay(dir: string, commit: string): string | null {
  const seconds = Number(gitText(dir, ['show', '--no-patch', '--format=%ct', commit]));
  return Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString().slice(0, 10) : null;
}

function gitText(dir: string, args: string[]): string | null {
  return git(dir, args)?.toString('utf8').trim() ?? null;
}

/** Output of git run in the folder; `null` when it fails: no such commit or file, no repository, no git. */
function git(dir: string, args: string[]): Buffer | null {
  try {
    return execFileSync('git', args, {
      cwd: resolve(dir),
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 30,
    });
  } catch {
    return null;
  }
}
