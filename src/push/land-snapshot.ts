/** Puts a run's snapshot onto a branch that others push to as well: tries, merges and tries again until it lands. */
import type { History } from '../store/git-history.ts';
import { snapshotOfCommit, type ReadableSnapshot } from '../store/snapshot-of-commit.ts';
import { commitMessage } from './commit-message.ts';
import { commitSnapshotTree } from './commit-snapshot-tree.ts';
import { GitError, type Git } from './git.ts';
import { newReceipts } from './new-receipts.ts';
import { snapshotChange } from './snapshot-change.ts';

/** Ten tries of up to half a minute: more writers than that do not push within one job. */
const TRIES = 10;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export interface LandingPlace {
  /** In the root of the repository. */
  git: Git;
  /** Of the data folder. */
  history: History;
  remote: string;
  branch: string;
}

export interface LandingEffects {
  sleep: (milliseconds: number) => Promise<void>;
  /** In [0, 1): spreads writers that lost the same race. */
  random: () => number;
  say: (line: string) => void;
  tries?: number;
}

export interface Landing {
  /** The commit that the branch holds; `null` when there was nothing to bring. */
  commit: string | null;
  tries: number;
  /** Whether another writer's records were merged in. */
  merged: boolean;
}

/** The branch did not take the commit. The message says why and what to do. */
export class PushError extends Error {
  override readonly name = 'PushError';
}

/**
 * @param incoming what the run made of the snapshot of `begun`
 * @param begun the commit that the run began with: the first that is tried to follow
 * @throws {PushError} when the branch refuses for good, or the tries are used up; nothing is lost: the run can be repeated
 * @throws {SnapshotError} when either snapshot is damaged
 */
export async function landSnapshot(
  incoming: ReadableSnapshot,
  begun: string,
  { git, history, remote, branch }: LandingPlace,
  { sleep, random, say, tries = TRIES }: LandingEffects,
): Promise<Landing> {
  const beginning = snapshotOfCommit(history, begun);
  let onto = begun;
  let refusal = '';
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const base = snapshotOfCommit(history, onto);
    const change = snapshotChange(base, incoming, beginning);
    if (change === null) return { commit: null, tries: attempt, merged: false };
    const message = commitMessage(newReceipts(base, change));
    const commit = await commitSnapshotTree(git, onto, change, message);
    const { merged } = change;
    refusal = await push(git, remote, commit, branch);
    if (refusal === '') return { commit, tries: attempt, merged };
    const head = await fetchHead(git, remote, branch);
    // the answer to a push can be lost after it was taken
    if (head !== null && (await contains(git, head, commit)))
      return { commit, tries: attempt, merged };
    if (head === onto && isForGood(refusal)) throw new PushError(remedy(branch, refusal));
    say(
      `Try ${attempt} did not land (${head === onto ? firstLine(refusal) : 'another writer was quicker'}).`,
    );
    if (head !== null) onto = head;
    if (attempt < tries) await sleep(wait(attempt, random));
  }
  throw new PushError(
    `${branch} did not take the commit in ${tries} tries. ${remedy(branch, refusal)}`,
  );
}

/** @returns an empty text when it landed, else what git said */
async function push(git: Git, remote: string, commit: string, branch: string): Promise<string> {
  try {
    await git(['push', '--porcelain', remote, `${commit}:refs/heads/${branch}`]);
    return '';
  } catch (error) {
    if (error instanceof GitError) return error.output || error.message;
    throw error;
  }
}

/** `null` when the remote cannot be reached: the next try follows what was followed before. */
async function fetchHead(git: Git, remote: string, branch: string): Promise<string | null> {
  try {
    await git([
      'fetch',
      '--no-tags',
      remote,
      `+refs/heads/${branch}:refs/remotes/${remote}/${branch}`,
    ]);
    return (await git(['rev-parse', `refs/remotes/${remote}/${branch}`])).trim();
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

async function contains(git: Git, head: string, commit: string): Promise<boolean> {
  try {
    await git(['merge-base', '--is-ancestor', commit, head]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** Refusals that no further try changes: no permission, a protected branch, a hook that says no. */
function isForGood(output: string): boolean {
  return /permission|denied|protected|declined|authentication failed|\b40[13]\b/i.test(output);
}

function remedy(branch: string, refusal: string): string {
  return (
    `git said: ${firstLine(refusal)} — give the job \`contents: write\` (Settings → Actions → General → Workflow ` +
    `permissions), let its account push to ${branch} (Settings → Rules), and run the workflow again; the fetched data ` +
    'wait in its artifact for 7 days.'
  );
}

function firstLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.find((line) => /rejected|error|fatal|denied/i.test(line)) ?? lines[0] ?? 'nothing';
}

function wait(attempt: number, random: () => number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return Math.round(longest * (0.5 + random() / 2));
}
