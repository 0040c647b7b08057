/** The few calls to GitHub's REST API that the daily run needs. https://docs.github.com/en/rest */
import {
  decideIssue,
  RECORD_HEALTH,
  type IssueAction,
  type IssueKind,
  type OpenIssue,
  type Problem,
} from './health-issue.ts';

export interface RepositoryAccess {
  /** `https://api.github.com` or a stand-in. */
  api: string;
  /** `owner/name`. */
  repository: string;
  token: string;
  fetch?: typeof fetch;
}

/** GitHub refused a call. `status` is the HTTP status; the message names call and remedy. */
export class RepositoryError extends Error {
  override name = 'RepositoryError';
  readonly status: number;
  /** @param needed what to do when GitHub does not let us */
  constructor(
    method: string,
    url: string,
    status: number,
    answer: string,
    needed = 'give the job `issues: write` and check that Issues are switched on',
  ) {
    const remedy =
      status === 401 || status === 403 || (status === 404 && needed.includes('private'))
        ? needed
        : 'look at the answer and try again';
    super(`[${method}] "${url}": ${status} ${answer.slice(0, 200)} — ${remedy}`);
    this.status = status;
  }
}

async function call(
  access: RepositoryAccess,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const url = `${access.api}/repos/${access.repository}${path}`;
  const answer = await (access.fetch ?? fetch)(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${access.token}`,
      'content-type': 'application/json',
      'user-agent': 'embodied-pulse',
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new RepositoryError(method, url, answer.status, text);
  return text === '' ? null : JSON.parse(text);
}

const asOpenIssue = (value: unknown): OpenIssue | null => {
  if (typeof value !== 'object' || value === null || 'pull_request' in value) return null;
  if (!('number' in value) || typeof value.number !== 'number') return null;
  const body = 'body' in value && typeof value.body === 'string' ? value.body : '';
  return { number: value.number, body };
};

/** The open issue of a kind with the lowest number; more than one can only come from two runs at once. */
export async function findHealthIssue(
  access: RepositoryAccess,
  { label }: IssueKind = RECORD_HEALTH,
): Promise<OpenIssue | null> {
  const list = await call(
    access,
    'GET',
    `/issues?state=open&labels=${label}&per_page=100&sort=created&direction=asc`,
  );
  if (!Array.isArray(list)) return null;
  return list.map(asOpenIssue).find((issue) => issue !== null) ?? null;
}

/**
 * Opens, updates or closes the one issue of a kind.
 * @returns what was done.
 * @throws RepositoryError when GitHub refuses a call.
 */
export async function tellRepository(
  problems: readonly Problem[],
  access: RepositoryAccess,
  runUrl: string,
  kind: IssueKind = RECORD_HEALTH,
): Promise<IssueAction> {
  const action = decideIssue(problems, await findHealthIssue(access, kind), runUrl, kind);
  if (action.do === 'open') {
    await call(access, 'POST', '/issues', {
      title: action.title,
      body: action.body,
      labels: [kind.label],
    });
  } else if (action.do === 'update') {
    await call(access, 'PATCH', `/issues/${action.number}`, {
      title: action.title,
      body: action.body,
    });
  } else if (action.do === 'close') {
    await call(access, 'POST', `/issues/${action.number}/comments`, { body: action.comment });
    await call(access, 'PATCH', `/issues/${action.number}`, {
      state: 'closed',
      state_reason: 'completed',
    });
  }
  return action;
}
