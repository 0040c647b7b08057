/**
 * `npm run backfill -- --from 2025-01-01 --to 2025-12-31 [--via oai]`: older papers, by the day (UTC) of their first
 * submission. Broken off, the same call goes on where it stopped.
 */
import { parseArgs } from 'node:util';
import { isDay } from '../src/text/dates.ts';
import { locations } from '../src/query/locations.ts';
import { runBackfill } from '../src/update/arxiv/run-backfill.ts';
import { placeFile } from './command/backfill-place.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { prepareRun } from './command/prepare-run.ts';
import { readArgs, UsageError } from './command/usage-error.ts';

const usage = 'usage: npm run backfill -- --from YYYY-MM-DD --to YYYY-MM-DD [--via api|oai]';

const day = { type: 'string', default: '' } as const;
const known = { from: day, to: day, via: { type: 'string', default: 'api' } } as const;

function options(): { from: string; through: string; via: 'api' | 'oai' } {
  const { from, to: through, via } = readArgs(() => parseArgs({ options: known }), usage).values;
  if (!isDay(from) || !isDay(through)) throw new UsageError(usage);
  if (from > through) throw new UsageError(`--from ${from} is after --to ${through}\n${usage}`);
  if (via !== 'api' && via !== 'oai') throw new UsageError(usage);
  return { from, through, via };
}

await runCommand(async () => {
  const asked = options();
  const run = await prepareRun();
  const place = placeFile(locations().cacheDir, asked);
  if (place.read() !== null)
    run.log.info('Going on where the last backfill of this range stopped.');
  const { added, updated, unchanged, rejected } = await runBackfill(run.config, asked, {
    ...run,
    place,
  });
  console.log(`${added} papers added, ${updated} updated, ${unchanged} as they were.`);
  for (const { where, why } of rejected) run.log.warn(`${where} was left out: ${why}`);
  return DONE;
});
