import { appendFileSync } from 'node:fs';
import { summaryMarkdown } from '../../src/health/summary-markdown.ts';
import { receiptTable } from '../../src/update/receipt-table.ts';
import { runUpdate } from '../../src/update/run-update.ts';
import { tellSources } from '../../src/update/tell-sources.ts';
import type { Run } from './prepare-run.ts';

/**
 * One daily run, with its receipts on standard output and in the step summary of a workflow, and one warning for each source that failed, whatever its number
 * of parts. Gives the warnings, for commands after whose further output they would be out of sight.
 */
export async function updateData(run: Run): Promise<string[]> {
  const { receipts, skipped, outcomes, snapshot } = await runUpdate(run.config, run);
  if (receipts.length > 0) console.log(receiptTable(receipts));
  else if (skipped === null) console.log('Nothing new: the snapshot is as it was.');
  const told = tellSources(outcomes, snapshot.manifest.sources);
  for (const detail of told.details) run.log.debug(detail);
  const warnings =
    skipped === null ? told.warnings : [`${skipped} The site shows what the snapshot holds.`];
  for (const warning of warnings) run.log.warn(warning);
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, summaryMarkdown(receipts, warnings));
  return warnings;
}
