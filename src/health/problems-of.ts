/** What of the record's health the operator is told of by an issue. */
import type { Problem } from '../github/health-issue.ts';
import type { RecordHealth } from './record-health.ts';
import { RUN_AGAIN } from './remedies.ts';

/**
 * A source may fail one run and be well at the next: with two runs a day it is told of when it is in trouble for more
 * than this, that is, in at least two runs.
 */
const PATIENCE_HOURS = 20;

/**
 * - A mailing that should be here and is not is told of at once.
 * - A source in trouble, and papers of an announcement that are missing, once they have been so for 20 hours.
 * - That the calendar's table ends is not: an issue that stays open for weeks would hide the next. The health page, the
 *   doctor and the log say it.
 */
export function problemsOf(health: RecordHealth): Problem[] {
  const isOld = (since: string): boolean =>
    Date.parse(health.at) - Date.parse(since) > PATIENCE_HOURS * 3_600_000;
  const sources = health.sources.filter(
    ({ troubled, since, name }) =>
      troubled && (isOld(since) || (name === 'arxiv' && health.behind > 0)),
  );
  const problems = sources.map(({ name, state, since, problem, advice }) => ({
    source: name,
    state,
    since,
    what: problem ?? state,
    remedy: advice?.en ?? '',
  }));
  const isExplained = problems.some(({ source }) => source === 'arxiv');
  const late = health.behind > 0 && !isExplained ? [lateness(health)] : [];
  const missing = health.incomplete
    .filter(({ since }) => isOld(since))
    .map(({ date, since, text }) => ({
      source: `announcement ${date}`,
      state: 'incomplete',
      since,
      what: text,
      remedy:
        'Look the ids up with `npm run explain -- <id>`; the weekly reconciliation tries them again.',
    }));
  return [...late, ...problems, ...missing];
}

function lateness({ newest, due, behind }: RecordHealth): Problem {
  return {
    source: 'record',
    state: 'stale',
    since: newest,
    what: `The newest announcement is of ${newest ?? 'never'}; ${due} is due (${behind} behind).`,
    remedy: RUN_AGAIN.en,
  };
}
