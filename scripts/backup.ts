/** `npm run backup`: packs `data/` as `backups/<day>.tar.gz`, reads it back, and keeps a week of them. */
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { locations } from '../src/query/locations.ts';
import { makeBackup, removeOldBackups } from '../src/store/backups.ts';
import { lockSnapshot } from '../src/store/lock.ts';
import { dayOf } from '../src/text/dates.ts';
import { DONE, runCommand } from './command/exit-code.ts';

await runCommand(async () => {
  const { dataDir, backupsDir } = locations();
  const today = dayOf(clock(readEnv(loadEnvironment())));
  const lock = lockSnapshot(dataDir);
  try {
    console.log(`${makeBackup(dataDir, backupsDir, today)} made and read back.`);
  } finally {
    lock.release();
  }
  for (const file of removeOldBackups(backupsDir, today))
    console.log(`${file} removed: older than a week.`);
  return DONE;
});
