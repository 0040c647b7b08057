/** A data folder as one `tar.gz` file, and back. The system's `tar` does it: every system that runs Node has one. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DAMAGED } from './install-snapshot.ts';
import { PENDING } from './journal.ts';
import { LOCK } from './lock.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';

/**
 * Packs everything in a data folder, hand-kept files too, but not what belongs to a run at work.
 * @param file appears whole or not at all
 * @throws {SnapshotError} `unwritable`
 */
export function packSnapshot(dir: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const staged = `${file}.tmp`;
  const leftOut = [PENDING, DAMAGED, `${LOCK}*`].map((name) => `--exclude=./${name}`);
  tar(['-czf', resolve(staged), ...leftOut, '-C', resolve(dir), '.'], 'unwritable', file);
  renameSync(staged, file);
}

/**
 * Unpacks into a fresh folder, hands it on, and removes it.
 * @throws {SnapshotError} `damaged` when the file is no whole archive
 */
export function withUnpacked<T>(file: string, use: (dir: string) => T): T {
  return withFolder((folder) => {
    tar(['-xzf', resolve(file), '-C', folder], 'damaged', file);
    return use(folder);
  });
}

/** The data folder as of a commit, in a fresh folder that is removed afterwards. */
export function withCheckedOut<T>(dir: string, commit: string, use: (dir: string) => T): T {
  return withFolder((folder) => {
    const packed = join(folder, 'commit.tar.gz');
    // Run inside the data folder, git packs that folder alone, by paths below it.
    execFileSync('git', ['archive', '--format=tar.gz', '-o', packed, commit], {
      cwd: resolve(dir),
    });
    return withUnpacked(packed, use);
  });
}

function withFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tar(args: string[], kind: 'unwritable' | 'damaged', file: string): void {
  try {
    execFileSync('tar', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const message = `${file} could not be ${kind === 'damaged' ? 'unpacked' : 'packed'}: ${reasonOf(error)}`;
    throw new SnapshotError(kind, message, { cause: error });
  }
}
