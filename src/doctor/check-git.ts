import { relative } from 'node:path';
import type { Check } from './context.ts';
import { note, ok, warning, type Finding } from './finding.ts';
import { runGit } from './run-git.ts';

/** What git does not hold yet, and how far back it reaches. */
export const checkGit: Check = {
  name: 'git',
  look({ root, dataDir }) {
    if (runGit(root, ['rev-parse', '--is-inside-work-tree']) !== 'true') {
      return [
        warning(
          'This is no git repository: nothing keeps earlier states of the data.',
          root,
          'Clone the repository instead of downloading it, or keep backups: `npm run backup`.',
        ),
      ];
    }
    const data = relative(root, dataDir) || '.';
    const open = runGit(root, ['status', '--porcelain', '--untracked-files=all', '--', data]) ?? '';
    const files = open.split('\n').filter((line) => line !== '' && !/\/\.[^/]+$/.test(line));
    const found: Finding[] = [];
    if (files.length > 0) {
      found.push(
        note(
          `${files.length} files of the data are not committed.`,
          data,
          `Look with \`git status ${data}\`, then commit: what is not committed cannot be restored.`,
        ),
      );
    }
    if (runGit(root, ['rev-parse', '--is-shallow-repository']) === 'true') {
      found.push(
        note(
          'The clone is shallow: repair and restore reach only as far back.',
          root,
          'Run `git fetch --unshallow` if an older state is needed.',
        ),
      );
    }
    if (runGit(root, ['ls-files', '--unmerged', '--', data])) {
      found.push(
        warning(
          'A merge of the data is not finished.',
          data,
          'Run `node scripts/merge-snapshot.ts`, then commit.',
        ),
      );
    }
    return found.length > 0
      ? found
      : [ok('All data are committed, with their whole history.', data)];
  },
};
