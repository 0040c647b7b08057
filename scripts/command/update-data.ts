import { appendFileSync } from 'node:fs';
import { summaryMarkdown } from '../../src/health/summary-markdown.ts';
import { receiptTable } from '../../src/update/receipt-table.ts';
import { runUpdate, type UpdateResult } from '../../src/update/run-update.ts';
import type { Run } from './prepare-run.ts';

/** One daily run, with its receipts on standard output and a warning for each source that failed. */
export async function updateData(run: Run): Promise<UpdateResult> {
  const result = await runUpdate(run.config, run);
  if (result.skipped !== null) run.log.warn(result.skipped);
  else if (result.receipts.length > 0) console.log(receiptTable(result.receipts));
  else console.log('Nothing new: the snapshot is as it was.');
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  if (summary && result.skipped === null) appendFileSync(summary, summaryMarkdown(result.receipts));
  for (const [name, { state, problems = [] }] of result.outcomes) {
    if (state !== 'failing' && state !== 'stale') continue;
    const { last_success: last = null } = result.snapshot.manifest.sources[name] ?? {};
    const since = last === null ? 'it never answered so far' : `last success ${last}`;
    const reason = problems[0]?.message ?? 'no reason was given';
    run.log.warn(`${name} is ${state} (${since}): ${reason}`);
  }
  return result;
}
