/**
 * `npm run restore -- --at <commit|file|date> [--from release]`: brings an earlier snapshot back; what is there is packed
 * as a backup first. A date that neither a backup nor a commit knows is looked for among the weekly releases.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { downloadSnapshot } from '../src/github/snapshot-releases.ts';
import { locations } from '../src/query/locations.ts';
import { isKnownHere, restoreSnapshot } from '../src/store/restore-snapshot.ts';
import { dayOf, isDay } from '../src/text/dates.ts';
import { releaseAccess } from './command/release-access.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { UsageError } from './command/usage-error.ts';

const usage = 'usage: npm run restore -- --at <commit|file|YYYY-MM-DD> [--from release]';

await runCommand(async () => {
  const { at, from } = parseArgs({
    options: { at: { type: 'string' }, from: { type: 'string' } },
    allowPositionals: false,
  }).values;
  const isAsked = from === 'release';
  if (!at || (from !== undefined && !isAsked)) throw new UsageError(usage);
  if (isAsked && !isDay(at)) throw new UsageError(`A release is named by a day.\n${usage}`);
  const { dataDir: dir, backupsDir: backups } = locations();
  const environment = loadEnvironment();
  const today = dayOf(clock(readEnv(environment)));
  const isRelease = isAsked || (isDay(at) && !isKnownHere(at, { dir, backups }));
  const folder = mkdtempSync(join(tmpdir(), 'pulse-release-'));
  try {
    const file = isRelease
      ? (await downloadSnapshot(releaseAccess(environment), at, folder)).file
      : at;
    const {
      from: source,
      records,
      former,
      keptAside,
    } = restoreSnapshot(file, {
      dir,
      backups,
      today,
    });
    console.log(
      `${dir} is restored from ${source}: ${records} records, every file as its manifest says.`,
    );
    if (former !== null) console.log(`What was there before is in ${former}.`);
    for (const path of keptAside) console.log(`Kept aside: ${dir}/${path}`);
    return DONE;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
