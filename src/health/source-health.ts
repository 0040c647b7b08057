import type { Instant } from '../paper.ts';
import type { Manifest } from '../store/manifest.ts';
import type { RunReceipt, SourceState } from '../store/receipts.ts';
import { adviceFor, type Advice } from './remedies.ts';

/** How one source stands, and what to do about it. */
export interface SourceHealth {
  name: string;
  state: SourceState;
  since: Instant;
  lastSuccess: Instant | null;
  lastNew: Instant | null;
  /** It does not answer as it should. */
  troubled: boolean;
  /** What the last run that told of it said; `null` when it is well. */
  problem: string | null;
  /** `null` when there is nothing to do. */
  advice: Advice | null;
}

/**
 * @param runs receipts of runs, oldest first: what went wrong stands in them
 * @returns arXiv first, the others by name
 */
export function sourceHealth(
  sources: Manifest['sources'],
  runs: readonly RunReceipt[],
): SourceHealth[] {
  return Object.entries(sources)
    .sort(([a], [b]) => Number(b === 'arxiv') - Number(a === 'arxiv') || (a < b ? -1 : 1))
    .map(([name, { state, since, last_success, last_new }]) => {
      const troubled = state === 'failing' || state === 'stale';
      const needsWord = troubled || (name === 'arxiv' && state === 'unproved');
      return {
        name,
        state,
        since,
        lastSuccess: last_success,
        lastNew: last_new,
        troubled,
        problem: needsWord ? problemOf(name, state, runs) : null,
        advice: needsWord ? adviceFor(name, state) : null,
      };
    });
}

/** Sub-sources (`news/lab`) speak for their source. */
function problemOf(name: string, state: SourceState, runs: readonly RunReceipt[]): string {
  const run = runs.findLast(({ sources }) => sources[name]?.state === state);
  const told = (run?.problems ?? [])
    .filter(({ source }) => source === name || source.startsWith(`${name}/`))
    .map(({ source, message }) => (source === name ? message : `${source}: ${message}`));
  return told.length > 0 ? told.slice(0, 3).join(' ') : UNEXPLAINED[state];
}

const UNEXPLAINED: Record<SourceState, string> = {
  new: '',
  quiet: '',
  unproved: 'No announcement was seen, and nothing proves that none was due.',
  stale: 'It answers with old content.',
  failing: 'It does not answer as it should.',
};
