import { gitHistory } from '../store/git-history.ts';
import { LOCK } from '../store/lock.ts';
import { verifySnapshot, type FileProblem } from '../store/verify-snapshot.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './context.ts';
import { note, ok, problem, type Finding } from './finding.ts';

/** How many damaged files are named one by one. */
const NAMED = 10;

/** Every file of `data/` against the manifest. */
export const checkData: Check = {
  name: 'data',
  look({ dataDir }) {
    const { manifest, problems, files, rows, journal } = verifySnapshot(dataDir);
    const named = problems
      .slice(0, NAMED)
      .map((one) => problem(one.message, join(dataDir, one.path), remedy(one)));
    const left = problems.length - named.length;
    const found: Finding[] = [...named];
    if (left > 0)
      found.push(problem(`${left} more files are damaged.`, dataDir, 'Run `npm run repair`.'));
    if (journal === 'ready')
      found.push(
        note(
          'A change of an interrupted run is committed and not all in place.',
          dataDir,
          'Nothing: the next run, or `npm run repair`, puts it in place.',
        ),
      );
    if (existsSync(join(dataDir, LOCK)))
      found.push(
        note(
          'A run is at work, or one was interrupted.',
          join(dataDir, LOCK),
          'Nothing: a lock whose process is gone is taken over.',
        ),
      );
    if (manifest === null && problems.length === 0) {
      found.push(
        note('There is no data yet.', dataDir, 'Run `npm run starter`, or `npm run update`.'),
      );
    }
    if (manifest !== null && problems.length === 0)
      found.push(ok(`${rows} records in ${files} files are what the manifest says.`, dataDir));
    return found;

    function remedy({ path }: FileProblem): string {
      const kept = gitHistory(dataDir).commitsOf(path).length > 0;
      return kept
        ? 'Run `npm run repair`: git holds it.'
        : 'Run `npm run repair`; if git does not hold it, `npm run restore -- --at <commit|file|date>`.';
    }
  },
};
