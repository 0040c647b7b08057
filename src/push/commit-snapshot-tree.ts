import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MANIFEST, type Manifest } from '../store/manifest.ts';
import { SnapshotError } from '../store/snapshot-error.ts';
import type { Git } from './git.ts';
import type { SnapshotChange } from './snapshot-change.ts';

/**
 * Makes a commit of a snapshot's change on top of another commit, in git's store alone: neither the work tree nor its
 * index is touched, so that a lost race leaves nothing to clean up.
 *
 * @param git in the root of the repository
 * @returns the commit's name
 * @throws {SnapshotError} `damaged` when the tree would not hold exactly the files that the manifest names
 * @throws {GitError}
 */
export async function commitSnapshotTree(
  git: Git,
  parent: string,
  change: SnapshotChange,
  message: string,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pulse-index-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    await git(['read-tree', parent], { env });
    const entries: string[] = [];
    for (const [path, bytes] of [...change.files, [MANIFEST, change.manifestBytes] as const]) {
      const blob = await git(['hash-object', '-w', '--stdin'], { input: bytes });
      entries.push(`100644 ${blob.trim()}\tdata/${path}`);
    }
    const nothing = '0'.repeat(parent.length);
    for (const path of change.removed) entries.push(`0 ${nothing}\tdata/${path}`);
    const input = entries.map((entry) => `${entry}\0`).join('');
    await git(['update-index', '-z', '--index-info'], { env, input });
    const tree = (await git(['write-tree'], { env })).trim();
    await checkTree(git, tree, change.manifest);
    return (await git(['commit-tree', tree, '-p', parent, '-F', '-'], { input: message })).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file of the manifest with its size, and no shard beside. */
async function checkTree(git: Git, tree: string, { files }: Manifest): Promise<void> {
  const listed = await git(['ls-tree', '-r', '-l', '-z', tree, 'data/']);
  const sizes = new Map(
    listed.split('\0').flatMap((line) => {
      const [, size, path] = /^\S+ \S+ \S+ +(\d+)\tdata\/(.+\.ndjson)$/.exec(line) ?? [];
      return path === undefined ? [] : [[path, Number(size)] as const];
    }),
  );
  const wrong = [
    ...Object.entries(files).flatMap(([path, { bytes }]) =>
      sizes.get(path) === bytes ? [] : [`${path} is not as its manifest says`],
    ),
    ...[...sizes.keys()].flatMap((path) => (path in files ? [] : [`${path} is in no manifest`])),
  ];
  if (wrong.length === 0) return;
  const message = `The commit was not made: ${wrong.slice(0, 5).join('; ')}. Run \`npm run repair\`, commit, and run again.`;
  throw new SnapshotError('damaged', message);
}
