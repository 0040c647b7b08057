/** One invariant: after any failure a reader sees exactly the old or exactly the new snapshot, and a rerun completes. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitSnapshot } from './commit-snapshot.ts';
import { failingFiles, type Failure } from './fixtures/failing-files.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import type { FileSystem } from './file-system.ts';
import { openSnapshot } from './open-snapshot.ts';
import { canonicalJson } from './canonical-json.ts';
import { lockSnapshot } from './lock.ts';

const before = [inventedPaper(0, 1), inventedPaper(0, 2), inventedPaper(1, 1), inventedPaper(2, 1)];
/** Adds a shard in a new folder, changes one, moves a paper and empties its shard. */
const change = [
  inventedPaper(261, 1),
  { ...inventedPaper(0, 1), doi: '10.1/x' },
  { ...inventedPaper(1, 1), announced: '2023-01-05' },
];

function run(dir: string, files: FileSystem = failingFiles(null).files): void {
  const effects = { cacheFile: null, warn: () => {}, files };
  commitSnapshot(dir, { base: openSnapshot(dir, effects), papers: change }, effects);
}

function start(atEnd?: (act: () => void) => unknown): string {
  const dir = join(temporaryFolder(atEnd), 'data');
  commitSnapshot(dir, { base: openSnapshot(dir), papers: before });
  return dir;
}

/** What a reader sees, shard by shard. */
function view(dir: string): string {
  return [...openSnapshot(dir, { cacheFile: null }).allPapers()].map(canonicalJson).join('\n');
}

function messageOf(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return String(error);
  }
}

let old: string;
let done: string;
let oldView: string;
let newView: string;
let newContents: Record<string, string>;
let calls: number;

const cleanUp: (() => void)[] = [];
afterAll(() => {
  for (const act of cleanUp) act();
});

beforeAll(() => {
  const atEnd = (act: () => void) => cleanUp.push(act);
  old = start(atEnd);
  done = join(temporaryFolder(atEnd), 'data');
  cpSync(old, done, { recursive: true });
  const counting = failingFiles(null);
  run(done, counting.files);
  calls = counting.calls();
  oldView = view(old);
  newView = view(done);
  newContents = contents(done);
});

describe('at every call that writes', () => {
  it.each<Omit<Failure, 'at'>>([
    { how: 'once', code: 'EIO' },
    { how: 'on', code: 'ENOSPC' },
    { how: 'on', code: 'EROFS' },
    { how: 'dead', code: 'EKILLED' },
  ])('$code ($how) leaves the old or the new snapshot, and a rerun completes it', (failure) => {
    expect(calls).toBeGreaterThan(40);
    for (let at = 1; at <= calls; at += 1) {
      const dir = join(temporaryFolder(), 'data');
      cpSync(old, dir, { recursive: true });
      const refusal = messageOf(() => run(dir, failingFiles({ ...failure, at }).files));
      const seen = view(dir);
      expect([oldView, newView]).toContain(seen);
      if (refusal === null) expect(seen).toBe(newView);
      else expect(refusal).toContain(failure.code);
      if (refusal?.includes('snapshot is as it was')) expect(seen).toBe(oldView);
      if (refusal?.includes('change is committed')) expect(seen).toBe(newView);
      freeLock(dir);
      run(dir);
      expect(view(dir)).toBe(newView);
      expect(contents(dir)).toEqual(newContents);
    }
  });
});

/** The dead run's process is this one, which lives: give its lock to one that does not. */
function freeLock(dir: string): void {
  const lock = join(dir, '.lock');
  if (!existsSync(lock)) return;
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/"start":"\d*"/, '"start":"gone"'));
}

describe('a reader', () => {
  it('at every step of a commit sees the old or the new snapshot, though it only reads', () => {
    const dir = join(temporaryFolder(), 'data');
    cpSync(old, dir, { recursive: true });
    const views: string[] = [];
    const { files } = failingFiles(null);
    const watched = new Proxy(files, {
      get(target, name: keyof FileSystem) {
        return (...args: unknown[]) => {
          const result: unknown = Reflect.apply(target[name], target, args);
          if (name !== 'readFileSync') views.push(view(dir));
          return result;
        };
      },
    });
    run(dir, watched);
    const turn = views.indexOf(newView);
    expect(turn).toBeGreaterThan(10);
    expect(new Set(views.slice(0, turn))).toEqual(new Set([oldView]));
    expect(new Set(views.slice(turn))).toEqual(new Set([newView]));
  });

  it('does not see a journal that follows another manifest, and the next run clears it away', () => {
    const dir = interruptedAfterCommit();
    rmSync(join(dir, 'papers'), { recursive: true });
    cpSync(done, dir, { recursive: true });
    expect(view(dir)).toBe(newView);
    run(dir);
    expect(contents(dir)).toEqual(newContents);
  });

  it('falls back to the old snapshot when a checkout took files of the journal away', () => {
    const dir = interruptedAfterCommit(true);
    cpSync(old, dir, { recursive: true });
    expect(view(dir)).toBe(oldView);
    run(dir);
    expect(view(dir)).toBe(newView);
    expect(contents(dir)).toEqual(newContents);
  });
});

/** A run that died after the point of no return; with `partly`, after some files were put in place. */
function interruptedAfterCommit(partly = false): string {
  for (let at = 1; ; at += 1) {
    const dir = join(temporaryFolder(), 'data');
    cpSync(old, dir, { recursive: true });
    messageOf(() => run(dir, failingFiles({ at, how: 'dead', code: 'EKILLED' }).files));
    freeLock(dir);
    const inPlace = contents(dir)['papers/2024/2024-01-02.ndjson'] !== undefined;
    if (view(dir) === newView && (!partly || inPlace)) return dir;
  }
}

describe('a lock', () => {
  it('keeps a second run away, and is gone after release', () => {
    const dir = start();
    const lock = lockSnapshot(dir);
    expect(messageOf(() => run(dir))).toMatch(/Another run is at work.*process \d+ on /);
    expect(view(dir)).toBe(oldView);
    lock.release();
    run(dir);
    expect(view(dir)).toBe(newView);
  });
});
