/** All lists and boards of the config, side by side; each answers, or fails, for itself. */
import pLimit from 'p-limit';
import type { Config } from '../../config/config.ts';
import type { Client } from '../../http/client.ts';
import { HttpFailure } from '../../http/http-failure.ts';
import { JobListError, type JobList } from './listed-job.ts';
import { readGreenhouse, readLever } from './read-board.ts';
import { readJobList } from './read-job-list.ts';

export type JobsAnswer =
  { part: string; url: string; list: JobList } | { part: string; url: string; problem: string };

/** Addresses without slash at the end, and an optional token. */
export interface JobsAccess {
  github: string;
  greenhouse: string;
  lever: string;
  githubToken: string | null;
}

interface Errand {
  part: string;
  url: string;
  accept: string;
  headers?: Record<string, string>;
  read: (body: string) => JobList;
}

const SIDE_BY_SIDE = 4;
const DEADLINE_MS = 30_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** Answers come in the order of the config: lists, Greenhouse, Lever. */
export function fetchJobs(
  config: Config['jobs'],
  access: JobsAccess,
  client: Pick<Client, 'get'>,
): Promise<JobsAnswer[]> {
  const limit = pLimit(SIDE_BY_SIDE);
  return Promise.all(errands(config, access).map((errand) => limit(() => run(errand, client))));
}

function errands({ github, greenhouse, lever }: Config['jobs'], access: JobsAccess): Errand[] {
  const token = access.githubToken;
  return [
    ...github.map(({ repo, path, section }): Errand => ({
      part: `github-${slugOf(repo)}`,
      url: `${access.github}/repos/${repo}/contents/${path.split('/').map(encodeURIComponent).join('/')}`,
      accept: 'application/vnd.github.raw+json',
      headers: {
        'x-github-api-version': '2022-11-28',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      read: (body) => readJobList(body, `https://github.com/${repo}/blob/HEAD/${path}`, section),
    })),
    ...greenhouse.map(({ board, company }): Errand => ({
      part: `greenhouse-${slugOf(board)}`,
      url: `${access.greenhouse}/v1/boards/${board}/jobs`,
      accept: 'application/json',
      read: (body) => readGreenhouse(body, company),
    })),
    ...lever.map(({ board, company }): Errand => ({
      part: `lever-${slugOf(board)}`,
      url: `${access.lever}/v0/postings/${board}?mode=json`,
      accept: 'application/json',
      read: (body) => readLever(body, company),
    })),
  ];
}

async function run(
  { part, url, accept, headers, read }: Errand,
  client: Pick<Client, 'get'>,
): Promise<JobsAnswer> {
  try {
    const { body } = await client.get(url, {
      accept,
      deadlineMs: DEADLINE_MS,
      maxBytes: MAX_BYTES,
      retry: 2,
      publicOnly: true,
      ...(headers ? { headers } : {}),
    });
    return { part, url, list: read(body) };
  } catch (error) {
    if (error instanceof HttpFailure) return { part, url, problem: error.message };
    if (error instanceof JobListError) return { part, url, problem: `"${url}" ${error.message}` };
    throw error;
  }
}

export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
