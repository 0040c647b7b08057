/** `npm run update`: fetches all sources into `data/`; a table of receipts at the end. */
import { DONE, runCommand } from './command/exit-code.ts';
import { prepareRun } from './command/prepare-run.ts';
import { updateData } from './command/update-data.ts';

await runCommand(async () => {
  await updateData(await prepareRun());
  return DONE;
});
