/**
 * `node scripts/push-snapshot.ts --from snapshot.tar.gz [--remote origin] [--branch main] [--tries 10]`: commits what a fetch made and
 * pushes it, merging with whatever was pushed meanwhile. The token comes by `PUSH_TOKEN`.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gitIn, GitError } from '../src/push/git.ts';
import { landSnapshot, PushError } from '../src/push/land-snapshot.ts';
import { unpackSnapshot } from '../src/push/packed-snapshot.ts';
import { pushEnvironment } from '../src/push/push-environment.ts';
import { gitHistory } from '../src/store/git-history.ts';
import { reasonOf } from '../src/store/snapshot-error.ts';
import { snapshotOfCommit } from '../src/store/snapshot-of-commit.ts';
import { BROKEN, DONE, runCommand } from './command/exit-code.ts';
import { UsageError } from './command/usage-error.ts';

const usage =
  'node scripts/push-snapshot.ts --from snapshot.tar.gz [--remote origin] [--branch NAME] [--tries N]';

interface Asked {
  from: string;
  remote: string;
  branch: string | undefined;
  tries: number | undefined;
}

function asked(): Asked {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      remote: { type: 'string', default: 'origin' },
      branch: { type: 'string' },
      tries: { type: 'string' },
    },
  });
  const { from, remote, branch = process.env['GITHUB_REF_NAME'] } = values;
  const tries = values.tries === undefined ? undefined : Number(values.tries);
  const isCount = tries === undefined || (Number.isInteger(tries) && tries > 0);
  if (from === undefined || !isCount) throw new UsageError(usage);
  if (!existsSync(from)) throw new UsageError(`${from} is not there\n${usage}`);
  return { from, remote, branch, tries };
}

async function pushSnapshot({ from, remote, branch, tries }: Asked): Promise<number> {
  const { env, secrets } = pushEnvironment(process.env);
  const git = gitIn(process.cwd(), env, secrets);
  const begun = (await git(['rev-parse', 'HEAD'])).trim();
  const target = branch ?? (await git(['symbolic-ref', '--short', 'HEAD'])).trim();
  const folder = mkdtempSync(join(tmpdir(), 'pulse-snapshot-'));
  try {
    const history = gitHistory('data');
    const incoming = unpackSnapshot(from, folder, snapshotOfCommit(history, begun));
    const {
      commit,
      tries: taken,
      merged,
    } = await landSnapshot(
      incoming,
      begun,
      { git, history, remote, branch: target },
      { sleep, random: Math.random, say: (line) => console.log(line), ...(tries ? { tries } : {}) },
    );
    if (commit === null) {
      console.log(`${target} holds it all already.`);
      return DONE;
    }
    // what the next job builds; git leaves a work tree alone whose own changes are in the way
    await git(['merge', '--ff-only', '--quiet', commit]).catch((error: unknown) => {
      console.error(`It landed, and this work tree stays where it is: ${reasonOf(error)}`);
    });
    const how = merged ? ', merged with what others had pushed' : '';
    console.log(`${commit} landed on ${target} at try ${taken}${how}.`);
    console.log(await git(['log', '-1', '--format=%B', commit]));
    return DONE;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runCommand(async () => {
  try {
    return await pushSnapshot(asked());
  } catch (error) {
    if (!(error instanceof PushError || error instanceof GitError)) throw error;
    console.error(error.message);
    return BROKEN;
  }
});
