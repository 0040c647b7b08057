import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitSnapshot } from './commit-snapshot.ts';
import { failingFiles } from './fixtures/failing-files.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import { gitHistory, noHistory } from './git-history.ts';
import { serialiseManifest, type Manifest } from './manifest.ts';
import { openSnapshot } from './open-snapshot.ts';
import { repairSnapshot } from './repair-snapshot.ts';
import { verifySnapshot } from './verify-snapshot.ts';

const SHARD = 'papers/2023/2023-01-02.ndjson';

function git(folder: string, ...args: string[]): void {
  const identity = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

function add(dir: string, day: number, number: number): void {
  const at = '2023-01-02T06:00:00Z';
  const arxiv = { state: 'new', since: at, last_success: at, last_new: at, cursor: 'x' } as const;
  const base = openSnapshot(dir);
  commitSnapshot(dir, { base, papers: [inventedPaper(day, number)], sources: { arxiv } });
}

/** A repository with two committed states of its data. */
function repository(): string {
  const folder = temporaryFolder();
  const dir = join(folder, 'data');
  git(folder, 'init', '-q');
  add(dir, 0, 1);
  git(folder, 'add', 'data');
  git(folder, 'commit', '-qm', 'first');
  add(dir, 1, 1);
  git(folder, 'add', 'data');
  git(folder, 'commit', '-qm', 'second');
  return dir;
}

function edit(dir: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(dir, path), change(readFileSync(join(dir, path), 'utf8')));
}

/** Another manifest, with the checksum that fits. */
function rewriteManifest(dir: string, change: (text: string) => string): void {
  const text = serialiseManifest(openSnapshot(dir).manifest).toString();
  const content = change(text.slice(0, text.lastIndexOf(',\n"checksum"')));
  const manifest: Manifest = JSON.parse(`${content}}`);
  writeFileSync(join(dir, 'manifest.json'), serialiseManifest(manifest));
}

function repair(dir: string, options: { rebuildManifest?: boolean } = {}) {
  return repairSnapshot(dir, { history: gitHistory(dir), ...options });
}

describe('a repair', () => {
  it('of a whole snapshot does nothing', () => {
    const dir = repository();
    const before = contents(dir);
    expect(repair(dir)).toEqual({ done: [], keptAside: [] });
    expect(contents(dir)).toEqual(before);
  });

  it('takes an altered and a missing shard from git, and keeps the altered one aside', () => {
    const dir = repository();
    const before = contents(dir);
    edit(dir, SHARD, (text) => text.replace('robot', 'r0bot'));
    rmSync(join(dir, 'papers/2023/2023-01-03.ndjson'));
    const { done, keptAside } = repair(dir);
    expect(done).toEqual([
      `Put right: ${SHARD} is not the file that the manifest names.`,
      'Put right: papers/2023/2023-01-03.ndjson is missing.',
    ]);
    expect(contents(dir)).toEqual(before);
    expect(keptAside).toHaveLength(1);
    expect(readFileSync(join(dir, keptAside[0] ?? ''), 'utf8')).toContain('r0bot');
  });

  it('takes the last committed snapshot when the manifest is lost or no manifest', () => {
    const dir = repository();
    const before = contents(dir);
    rmSync(join(dir, 'manifest.json'));
    expect(repair(dir).done.join()).toMatch(/Took the snapshot of commit [0-9a-f]{12}/);
    expect(contents(dir)).toEqual(before);
    edit(dir, 'manifest.json', (text) => `<<<<<<< HEAD\n${text}`);
    expect(repair(dir).keptAside.join()).toMatch(/^\.damaged\/manifest\.json\./);
    expect(contents(dir)).toEqual(before);
  });

  it('keeps aside shards that no manifest names', () => {
    const dir = repository();
    const before = contents(dir);
    writeFileSync(join(dir, 'papers/2023/2023-01-09.ndjson'), 'x\n');
    expect(repair(dir).keptAside).toHaveLength(1);
    expect(contents(dir)).toEqual(before);
  });

  it('does not believe a manifest that was edited', () => {
    const dir = repository();
    const before = contents(dir);
    edit(dir, 'manifest.json', (text) => text.replace('"rows":1', '"rows":2'));
    expect(() => openSnapshot(dir)).toThrow(
      /manifest\.json is damaged \(its checksum does not fit\).*npm run repair/,
    );
    expect(repair(dir).done.join()).toMatch(/Took the snapshot of commit/);
    expect(contents(dir)).toEqual(before);
  });

  it('finishes what an interrupted run had committed', () => {
    const dir = repository();
    for (let at = 30; at < 60; at += 1) {
      const { files } = failingFiles({ at, how: 'on', code: 'EIO' });
      try {
        commitSnapshot(
          dir,
          { base: openSnapshot(dir), papers: [inventedPaper(at, 1)] },
          { files, warn: () => {} },
        );
      } catch {
        // The disk fails at one call after another.
      }
      if (verifySnapshot(dir).journal === 'ready') break;
      rmSync(join(dir, '.lock'), { force: true });
    }
    rmSync(join(dir, '.lock'), { force: true });
    expect(repair(dir).done).toEqual(['Finished a change that an interrupted run had committed.']);
    expect(verifySnapshot(dir)).toMatchObject({ journal: 'none', problems: [], rows: 3 });
  });

  it('without the file in git is refused with what can be done, and touches nothing', () => {
    const dir = repository();
    add(dir, 2, 1);
    edit(dir, 'papers/2023/2023-01-04.ndjson', (text) => text.replace('cs.RO', 'cs.CV'));
    const before = contents(dir);
    expect(() => repair(dir)).toThrow(
      /no commit holds the file.*restore -- --at.*--rebuild-manifest/,
    );
    expect(contents(dir)).toEqual(before);
    expect(() => repairSnapshot(dir, { history: noHistory })).toThrow(/no commit holds the file/);
  });

  it('makes a manifest of the shards in place when told to, if each of them parses', () => {
    const dir = repository();
    edit(dir, SHARD, (text) => text.replace('"comment":null', '"comment":"8 pages"'));
    edit(dir, SHARD, (text) => text.replace('"comment":"1 pages', '"comment":"8 pages'));
    rmSync(join(dir, 'papers/2023/2023-01-03.ndjson'));
    expect(repair(dir, { rebuildManifest: true }).done).toEqual([
      'Made a manifest of the 1 shards in place.',
      'papers/2023/2023-01-03.ndjson was in the manifest before, and is not there.',
    ]);
    expect(openSnapshot(dir).papersOf('2023-01-02')[0]?.comment).toMatch(/^8 pages/);
    edit(dir, SHARD, (text) => text.slice(0, 100));
    expect(() => repair(dir, { rebuildManifest: true })).toThrow(/2023-01-02\.ndjson is cut off/);
  });

  it('refuses a shard that was committed malformed, with its line', () => {
    const dir = repository();
    edit(dir, SHARD, (text) => text.replace('"version":1', '"version":0'));
    const path = join(dir, SHARD);
    const { manifest } = verifySnapshot(dir);
    const sum = manifest?.files[SHARD]?.sha256 ?? '';
    const now = execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64);
    rewriteManifest(dir, (text) => text.replace(sum, now));
    expect(() => repair(dir)).toThrow(/committed with faults: .*line 1: version: .*restore/);
  });

  it('gives up a journal whose files are gone beside damaged ones, and keeps it aside', () => {
    const dir = repository();
    const before = contents(dir);
    const { files } = failingFiles({ at: 0, how: 'once', code: '' });
    const stop = new Proxy(files, {
      get:
        (target, name: keyof typeof files) =>
        (...args: unknown[]) => {
          if (name === 'renameSync' && String(args[1]).endsWith('.ndjson'))
            throw Object.assign(new Error('EIO'), { code: 'EIO' });
          return Reflect.apply(target[name], target, args) as unknown;
        },
    });
    expect(() =>
      commitSnapshot(
        dir,
        { base: openSnapshot(dir), papers: [inventedPaper(0, 2)] },
        { files: stop },
      ),
    ).toThrow(/change is committed/);
    rmSync(join(dir, '.pending', encodeURIComponent(SHARD)));
    rmSync(join(dir, SHARD));
    expect(() => add(dir, 5, 1)).toThrow(/npm run repair/);
    repair(dir);
    expect(contents(dir)).toEqual(before);
    expect(readdirSync(join(dir, '.damaged')).join()).toMatch(/^\.pending\./);
    expect(existsSync(join(dir, '.pending'))).toBe(false);
  });
});

describe('a verification', () => {
  it('finds a flipped bit anywhere', () => {
    const dir = repository();
    const names = Object.keys(contents(dir));
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state % below;
    };
    for (let trial = 0; trial < 1000; trial += 1) {
      const path = join(dir, names[trial % names.length] ?? '');
      const bytes = readFileSync(path);
      const flipped = Buffer.from(bytes);
      const at = random(bytes.length);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random(8)), at);
      writeFileSync(path, flipped);
      expect(verifySnapshot(dir).problems).not.toEqual([]);
      expect(() => [...openSnapshot(dir, { cacheFile: null }).allPapers()]).toThrow(
        /npm run repair/,
      );
      writeFileSync(path, bytes);
    }
    expect(verifySnapshot(dir)).toMatchObject({ problems: [], files: 2, rows: 2 });
  });

  it('finds an id that stands in two shards, and a row count that is wrong', () => {
    const dir = repository();
    rewriteManifest(dir, (text) => text.replace('"rows":1', '"rows":2'));
    expect(verifySnapshot(dir).problems[0]?.message).toMatch(
      /has 1 records in \d+ bytes; the manifest says 2/,
    );
  });
});
