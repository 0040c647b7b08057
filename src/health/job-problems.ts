import type { Problem } from '../github/health-issue.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  fetch: 'Read its log. The snapshot is as it was; the next run catches up.',
  commit:
    'Read its log: most often the token may not write (Settings → Actions → General → Workflow permissions).',
  build:
    'Read its log. The site stays as it was deployed last; revert the last change of code or config if it came with one.',
  deploy: 'Read its log, and look at Settings → Pages. The site stays as it was deployed last.',
};

/**
 * Jobs of the run that did not end well, from GitHub's `needs` context.
 * @param text `toJSON(needs)`: `{"fetch": {"result": "success", …}, …}`
 * @throws {SyntaxError} when it is not that
 */
export function jobProblems(text: string): Problem[] {
  const jobs: unknown = JSON.parse(text);
  if (typeof jobs !== 'object' || jobs === null) throw new SyntaxError('JOB_RESULTS is no object');
  return Object.entries(jobs).flatMap(([name, job]: [string, unknown]) => {
    const result = typeof job === 'object' && job !== null && 'result' in job ? job.result : null;
    const what = sentence(result);
    const remedy = REMEDIES[name] ?? 'Read its log.';
    return what === null
      ? []
      : [{ source: `job ${name}`, state: String(result), since: null, what, remedy }];
  });
}

/** A job that ran out of time counts as cancelled. One that was skipped waits for one that is told of, or had no work. */
function sentence(result: unknown): string | null {
  if (result === 'failure') return 'The job failed.';
  if (result === 'cancelled') return 'The job was cancelled, or ran out of time.';
  return result === 'success' || result === 'skipped' ? null : 'The job has no result.';
}
