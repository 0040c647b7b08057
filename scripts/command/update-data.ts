import { receiptTable } from '../../src/update/receipt-table.ts';
import { runUpdate, type UpdateResult } from '../../src/update/run-update.ts';
import type { Run } from './prepare-run.ts';

/**
 * One daily run, with its receipts on standard output and a warning for each source that failed. Gives the warnings, for
 * commands after whose further output they would be out of sight.
 */
export async function updateData(run: Run): Promise<string[]> {
  const result = await runUpdate(run.config, run);
  if (result.receipts.length > 0) console.log(receiptTable(result.receipts));
  else if (result.skipped === null) console.log('Nothing new: the snapshot is as it was.');
  const warnings = warningsOf(result);
  for (const warning of warnings) run.log.warn(warning);
  return warnings;
}

/** Which sources did not answer as they should, since when, and why. */
function warningsOf({ skipped, outcomes, snapshot }: UpdateResult): string[] {
  if (skipped !== null) return [`${skipped} The site shows what the snapshot holds.`];
  return [...outcomes].flatMap(([name, { state, problems = [] }]) => {
    if (state !== 'failing' && state !== 'stale') return [];
    const last = snapshot.manifest.sources[name]?.last_success ?? null;
    const since = last === null ? 'it never answered so far' : `last success ${last}`;
    return [`${name} is ${state} (${since}): ${problems[0]?.message ?? 'no reason was given'}`];
  });
}
