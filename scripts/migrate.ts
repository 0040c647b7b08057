/** `npm run migrate`: brings `data/` to the form of this program, in one commit of the store. */
import { locations } from '../src/query/locations.ts';
import { migrateSnapshot } from '../src/store/migrate-snapshot.ts';
import { DONE, runCommand } from './command/exit-code.ts';

await runCommand(async () => {
  const { dataDir } = locations();
  const { from, to } = migrateSnapshot(dataDir);
  console.log(
    from === to
      ? `${dataDir} has schema_version ${to} already.`
      : `${dataDir} is brought from schema_version ${from} to ${to}.`,
  );
  return DONE;
});
