/** `npm run restore -- --at <commit|file|date>`: brings an earlier snapshot back; what is there is packed as a backup first. */
import { parseArgs } from 'node:util';
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { locations } from '../src/query/locations.ts';
import { restoreSnapshot } from '../src/store/restore-snapshot.ts';
import { dayOf } from '../src/text/dates.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { UsageError } from './command/usage-error.ts';

const usage = 'usage: npm run restore -- --at <commit|file|YYYY-MM-DD>';

await runCommand(async () => {
  const { values } = parseArgs({ options: { at: { type: 'string' } }, allowPositionals: false });
  if (!values.at) throw new UsageError(usage);
  const { dataDir: dir, backupsDir: backups } = locations();
  const today = dayOf(clock(readEnv(loadEnvironment())));
  const { from, records, former, keptAside } = restoreSnapshot(values.at, { dir, backups, today });
  console.log(
    `${dir} is restored from ${from}: ${records} records, every file as its manifest says.`,
  );
  if (former !== null) console.log(`What was there before is in ${former}.`);
  for (const path of keptAside) console.log(`Kept aside: ${dir}/${path}`);
  return DONE;
});
