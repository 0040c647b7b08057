import { execFileSync } from 'node:child_process';

/** `https://github.com/owner/name.git`, `git@github.com:owner/name` → `owner/name`; `null` for what is no such address. */
export function repositoryOf(url: string): string | null {
  return /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url.trim())?.[1] ?? null;
}

/** The address of the remote `origin` of a checkout; empty when there is none. */
export function originOf(root = '.'): string {
  try {
    return execFileSync('git', ['remote', 'get-url', 'origin'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
