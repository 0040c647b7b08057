import { appendFileSync } from 'node:fs';
import type { IssueKind, Problem } from '../../src/github/health-issue.ts';
import { RepositoryError, tellRepository } from '../../src/github/repository.ts';
import { BROKEN, DONE } from './exit-code.ts';

/** Issues are switched off in this repository, or there is none. */
const NO_ISSUES = new Set([404, 410]);

/**
 * Tells problems on the terminal, in the step summary, and by the one issue of their kind where the environment knows a
 * repository. Gives the exit code: 1 when there was something to tell and the repository did not take it.
 */
export async function tellProblems(
  problems: readonly Problem[],
  kind: IssueKind,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void = console.log,
): Promise<number> {
  for (const { source, state, since, what, remedy } of problems)
    say(`${source} is ${state} since ${since ?? 'this run'}: ${what} ${remedy}`);
  if (problems.length === 0) say('Nothing to tell: all is as it should be.');
  const { GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = environment;
  if (!repository || !token) {
    say('No repository is told: GITHUB_REPOSITORY or GITHUB_TOKEN is not set.');
    return DONE;
  }
  const api = environment['GITHUB_API_URL'] || 'https://api.github.com';
  try {
    const action = await tellRepository(
      problems,
      { api, repository, token },
      runUrl(environment),
      kind,
    );
    summarise(
      `${kind.title}: ${WORDS[action.do]} (${problems.length} problems).`,
      environment,
      say,
    );
    return DONE;
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error;
    if (problems.length === 0 && NO_ISSUES.has(error.status)) return DONE;
    summarise(`The repository could not be told: ${error.message}`, environment, say);
    return BROKEN;
  }
}

const WORDS = {
  nothing: 'nothing to change',
  open: 'an issue was opened',
  update: 'the issue was updated',
  close: 'the issue was closed',
} as const;

function summarise(
  line: string,
  { GITHUB_STEP_SUMMARY: file }: NodeJS.ProcessEnv,
  say: (line: string) => void,
): void {
  say(line);
  if (file) appendFileSync(file, `${line}\n`);
}

function runUrl(environment: NodeJS.ProcessEnv): string {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
  } = environment;
  return `${server ?? 'https://github.com'}/${repository ?? ''}/actions/runs/${id ?? ''}`;
}
