/**
 * `node scripts/tell.ts`: after a daily run, opens, updates or closes the one issue about the record: what the snapshot
 * says of its sources, and which jobs failed (`JOB_RESULTS`, GitHub's `toJSON(needs)`).
 */
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { RECORD_HEALTH, type Problem } from '../src/github/health-issue.ts';
import { jobProblems } from '../src/health/job-problems.ts';
import { problemsOf } from '../src/health/problems-of.ts';
import { recordHealth } from '../src/health/record-health.ts';
import { locations } from '../src/query/locations.ts';
import { openSnapshot } from '../src/store/open-snapshot.ts';
import { SnapshotError } from '../src/store/snapshot-error.ts';
import { runCommand } from './command/exit-code.ts';
import { tellProblems } from './command/tell-problems.ts';

await runCommand(async () => {
  const environment = loadEnvironment();
  const results = environment['JOB_RESULTS'] ?? '';
  const jobs = results === '' ? [] : jobProblems(results);
  const now = clock(readEnv(environment));
  return tellProblems([...jobs, ...recordProblems(now)], RECORD_HEALTH, environment);
});

/** A snapshot that cannot be read is itself what must be told. */
function recordProblems(now: string): Problem[] {
  try {
    const snapshot = openSnapshot(locations().dataDir, { cacheFile: null });
    const newestDay = snapshot.shards().at(-1)?.key ?? null;
    const receipts = [...snapshot.receipts()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return problemsOf(recordHealth({ manifest: snapshot.manifest, receipts, newestDay, now }));
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    const what = error.message;
    const remedy = 'Run `npm run repair` on a checkout, and commit what it put right.';
    return [{ source: 'snapshot', state: error.kind, since: null, what, remedy }];
  }
}
