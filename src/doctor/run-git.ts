import { execFileSync } from 'node:child_process';

/** What git says in a folder; `null` when it fails: no repository, no git, no such thing. */
export function runGit(root: string, args: readonly string[]): string | null {
  try {
    const told = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return told.trimEnd();
  } catch {
    return null;
  }
}
