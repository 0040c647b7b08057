/** `npm run daily`: update, then build; ends. */
import { buildSite } from './command/build-site.ts';
import { runCommand } from './command/exit-code.ts';
import { prepareRun } from './command/prepare-run.ts';
import { updateData } from './command/update-data.ts';

await runCommand(async () => {
  await updateData(await prepareRun());
  return buildSite();
});
