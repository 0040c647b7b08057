/**
 * `node scripts/prune-releases.ts`: deletes weekly releases that are older than eight weeks, but keeps the last of each
 * month for a year. Other releases are left alone.
 */
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import {
  deleteReleases,
  listSnapshotReleases,
  outdatedReleases,
} from '../src/github/snapshot-releases.ts';
import { dayOf } from '../src/text/dates.ts';
import { releaseAccess } from './command/release-access.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { UsageError } from './command/usage-error.ts';

await runCommand(async () => {
  const environment = loadEnvironment();
  const { token, ...access } = releaseAccess(environment);
  if (!token) throw new UsageError('GITHUB_TOKEN is not set: releases cannot be deleted.');
  const releases = await listSnapshotReleases({ ...access, token });
  const outdated = outdatedReleases(releases, dayOf(clock(readEnv(environment))));
  await deleteReleases({ ...access, token }, outdated);
  console.log(`${releases.length - outdated.length} weekly releases stay.`);
  for (const { tag } of outdated) console.log(`${tag} removed.`);
  return DONE;
});
