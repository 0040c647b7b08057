import { ArxivAnswerError } from '../../src/arxiv/arxiv-answer-error.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import { EnvError } from '../../src/env/env-error.ts';
import { RepositoryError } from '../../src/github/repository.ts';
import { SnapshotReleaseError } from '../../src/github/snapshot-releases.ts';
import { ImportError } from '../../src/import/import-error.ts';
import { HttpFailure } from '../../src/http/http-failure.ts';
import { ReleaseError } from '../../src/release/release-error.ts';
import { SnapshotError } from '../../src/store/snapshot-error.ts';
import { UsageError } from './usage-error.ts';

/** 0: done, also when a source failed and the snapshot is as consistent as before. */
export const DONE = 0;
/** 1: refused or broken. */
export const BROKEN = 1;
/** 2: wrong usage or config. */
export const WRONG_USAGE = 2;

/** Runs a command and sets the exit code. What is written for the operator is told without a stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isUsage =
      error instanceof ConfigError ||
      error instanceof EnvError ||
      error instanceof UsageError ||
      isArgumentError(error);
    process.exitCode = isUsage ? WRONG_USAGE : BROKEN;
    const isWritten =
      isUsage ||
      error instanceof SnapshotError ||
      error instanceof ReleaseError ||
      error instanceof ImportError ||
      error instanceof HttpFailure ||
      error instanceof SnapshotReleaseError ||
      error instanceof RepositoryError ||
      error instanceof ArxivAnswerError;
    console.error(isWritten ? error.message : error);
  }
}

/** What `parseArgs` of `node:util` throws for an unknown or incomplete argument. */
function isArgumentError(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
}
