/**
 * `node scripts/merge-snapshot.ts [ours] [theirs]`: merges the snapshots of two commits record by record and puts the
 * result into `data/`, for a push that lost a race. Without names: `HEAD` and `MERGE_HEAD`, as in
 * `git merge --no-commit origin/main || node scripts/merge-snapshot.ts && git add data && git commit --no-edit`.
 */
import { locations } from '../src/query/locations.ts';
import { gitHistory, resolveCommit } from '../src/store/git-history.ts';
import { installMerge } from '../src/store/install-merge.ts';
import { snapshotOfCommit } from '../src/store/snapshot-of-commit.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { UsageError } from './command/usage-error.ts';

await runCommand(async () => {
  const { dataDir: dir } = locations();
  const history = gitHistory(dir);
  const [ours = 'HEAD', theirs = 'MERGE_HEAD'] = process.argv.slice(2);
  const [left, right] = [ours, theirs].map((name) => {
    const commit = resolveCommit(dir, name);
    if (commit === null) throw new UsageError(`${name} is no commit`);
    return snapshotOfCommit(history, commit);
  });
  if (left === undefined || right === undefined) throw new UsageError('two commits are needed');
  const { records } = installMerge(dir, left, right);
  console.log(`${dir} holds ${ours} and ${theirs} together: ${records} records.`);
  return DONE;
});
