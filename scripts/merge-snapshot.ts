/**
 * `node scripts/merge-snapshot.ts [ours] [theirs]`: merges the snapshots of two commits record by record and puts the
 * result into `data/`, for a push that lost a race. Without names: `HEAD` and `MERGE_HEAD`, as in
 * `git merge --no-commit origin/main || node scripts/merge-snapshot.ts && git add data && git commit --no-edit`.
 */
import { locations } from '../src/query/locations.ts';
import { commonCommit, gitHistory, resolveCommit } from '../src/store/git-history.ts';
import { installMerge } from '../src/store/install-merge.ts';
import { snapshotOfCommit } from '../src/store/snapshot-of-commit.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { UsageError } from './command/usage-error.ts';

await runCommand(async () => {
  const { dataDir: dir } = locations();
  const history = gitHistory(dir);
  const [ours = 'HEAD', theirs = 'MERGE_HEAD'] = process.argv.slice(2);
  const commitOf = (name: string): string => {
    const commit = resolveCommit(dir, name);
    if (commit === null) throw new UsageError(`${name} is no commit`);
    return commit;
  };
  const [left, right] = [commitOf(ours), commitOf(theirs)];
  const common = commonCommit(dir, left, right);
  const { records } = installMerge(
    dir,
    snapshotOfCommit(history, left),
    snapshotOfCommit(history, right),
    { begun: common === null ? null : snapshotOfCommit(history, common) },
  );
  console.log(`${dir} holds ${ours} and ${theirs} together: ${records} records.`);
  return DONE;
});
