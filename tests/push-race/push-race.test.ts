import { rmSync, symlinkSync, unlinkSync, writeFileSync, existsSync, chmodSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inventedPaper } from '../../src/store/fixtures/invented-papers.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { AnnouncementReceipt, Receipt } from '../../src/store/receipts.ts';
import { verifySnapshot } from '../../src/store/verify-snapshot.ts';
import { PushError } from '../../src/push/land-snapshot.ts';
import {
  change,
  clone,
  git,
  gitEnvironment,
  land,
  pack,
  race,
  startField,
  type Field,
} from './race.ts';

let field: Field;
beforeEach(() => {
  field = startField([inventedPaper(0, 1)]);
});
afterEach(() => {
  field.remove();
});

/** What `main` holds now, verified. */
function landed(name = 'reader'): { ids: string[]; dir: string; receipts: Receipt[] } {
  const dir = clone(field, name);
  const data = join(dir, 'data');
  expect(verifySnapshot(data).problems).toEqual([]);
  const snapshot = openSnapshot(data, { cacheFile: null });
  const ids = [...snapshot.allPapers()].map(({ id }) => id);
  return { ids, dir, receipts: [...snapshot.receipts()] };
}

const run = (at: string, added: number): Receipt => ({
  id: `run/${at}`,
  at,
  sources: { arxiv: { state: 'new', since: at } },
  channels: {},
  merged: { added, updated: 0, unchanged: 0 },
  problems: [],
});

const announcement: AnnouncementReceipt = {
  id: 'announcement/2023-01-03',
  date: '2023-01-03',
  at: '2023-01-03T06:37:00Z',
  state: 'failing',
  categories: {
    'cs.RO': {
      announced: { new: 3, cross: 1, replace: 0, 'replace-cross': 0 },
      kept: 2,
      not_matching: 0,
      duplicate: 1,
      failed: 1,
      failed_ids: ['2301.00009'],
    },
  },
};

describe('a packed snapshot', () => {
  it('lands as one commit on top of what it began with, with a message that adds up', async () => {
    const dir = clone(field, 'writer');
    const receipts = [announcement, run('2023-01-03T06:37:00Z', 2)];
    change(dir, { papers: [inventedPaper(1, 1), inventedPaper(1, 2)], receipts });
    const archive = pack(dir);
    git(dir, 'checkout', '--quiet', '--', '.');
    git(dir, 'clean', '--quiet', '-d', '--force');
    const landing = await land(dir, archive);
    expect(landing).toMatchObject({ tries: 1, merged: false });
    const { ids, dir: reader } = landed();
    expect(ids).toHaveLength(3);
    const message = git(reader, 'log', '-1', '--format=%B');
    expect(message).toMatch(/^data: 2023-01-03 — 2 new, 0 updated; failing\n/);
    expect(message).toContain(
      'cs.RO 4 announced = 2 kept + 0 not matching + 1 duplicate + 1 failed (2301.00009)',
    );
    expect(git(reader, 'show', 'HEAD:README')).toBe('beside the data\n');
  });

  it('takes a shard away that the run emptied', async () => {
    const dir = clone(field, 'writer');
    const moved = inventedPaper(0, 1);
    change(dir, { papers: [{ ...moved, announced: '2023-01-03', announced_from: 'feed' }] });
    await land(dir, pack(dir));
    const { ids, dir: reader } = landed();
    expect(ids).toEqual([moved.id]);
    expect(
      git(reader, 'ls-tree', '-r', '--name-only', 'HEAD', 'data/papers').trim().split('\n'),
    ).toEqual(['data/papers/2023/2023-01-03.ndjson']);
  });

  it('is committed once, however often it is pushed', async () => {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    const archive = pack(dir);
    await land(dir, archive);
    expect(await land(clone(field, 'again'), archive)).toMatchObject({ commit: null });
  });
});

describe('writers that push at once', () => {
  it.each([2, 4])(
    '%i of them: every id lands, whoever wins',
    { timeout: 240_000 },
    async (count) => {
      const writers = Array.from({ length: count }, (_, i) => {
        const at = `2023-01-0${i + 3}T06:37:00Z`;
        // a shard of its own, one that all share, and a paper that all bring
        const papers = [inventedPaper(i + 1, 1), inventedPaper(9, i + 2), inventedPaper(9, 1)];
        return { papers, receipts: [run(at, 3)] };
      });
      const landings = await race(field, writers);
      const { ids, receipts } = landed();
      const expected = [inventedPaper(0, 1), ...writers.flatMap(({ papers }) => papers)];
      expect(new Set(ids)).toEqual(new Set(expected.map(({ id }) => id)));
      expect(receipts).toHaveLength(count);
      expect(landings.filter(({ merged }) => !merged)).toHaveLength(1);
    },
  );

  it('follows a commit of code without merging, as the data are what it began with', async () => {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    const archive = pack(dir);
    const other = clone(field, 'other');
    writeFileSync(join(other, 'README'), 'other words\n');
    git(other, 'commit', '--quiet', '--all', '-m', 'other words');
    git(other, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main');
    expect(await land(dir, archive)).toMatchObject({ tries: 2, merged: false });
    const { dir: reader, ids } = landed();
    expect(ids).toHaveLength(2);
    expect(git(reader, 'show', 'HEAD:README')).toBe('other words\n');
  });
});

describe('a push that cannot land', () => {
  function prepared(): { dir: string; archive: string } {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    return { dir, archive: pack(dir) };
  }

  it('is refused at once when the branch is protected, with what to do', async () => {
    const hook = join(field.remote, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "protected branch hook declined" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const { dir, archive } = prepared();
    let slept = 0;
    const landing = land(dir, archive, { sleep: async () => void (slept += 1) });
    await expect(landing).rejects.toThrow(PushError);
    await expect(landing).rejects.toThrow(/contents: write/);
    expect(slept).toBe(0);
  });

  it('gives up after its tries when the remote is gone, and lands when it comes back in between', async () => {
    const { dir, archive } = prepared();
    const away = `${field.remote}.away`;
    execFileSync('mv', [field.remote, away]);
    const lost = land(dir, archive, { tries: 2, sleep: async () => undefined });
    await expect(lost).rejects.toThrow(/in 2 tries/);
    const back = async (): Promise<void> => {
      if (existsSync(away)) execFileSync('mv', [away, field.remote]);
    };
    expect(await land(dir, archive, { sleep: back })).toMatchObject({ tries: 2 });
    expect(landed().ids).toHaveLength(2);
  });

  it('counts as landed when only the answer was lost', async () => {
    const { dir, archive } = prepared();
    // the commit is taken, and the connection ends before it is said so
    const hook = join(field.remote, 'hooks/post-receive');
    writeFileSync(hook, '#!/bin/sh\nkill -9 $PPID\n');
    chmodSync(hook, 0o755);
    expect(await land(dir, archive)).toMatchObject({ tries: 1 });
    expect(landed().ids).toHaveLength(2);
  });
});

describe('what is no packed snapshot', () => {
  const tarOf = (dir: string, ...args: string[]): string => {
    const archive = join(field.root, 'strange.tar.gz');
    execFileSync('tar', ['-czf', archive, ...args], { cwd: dir, stdio: 'pipe' });
    return archive;
  };

  it.each([
    ['names a file beside the data', (dir: string) => tarOf(dir, 'data', 'README')],
    [
      'climbs out of its folder',
      (dir: string) => tarOf(dir, '-P', '--transform=s,^README,data/../../evil,', 'data', 'README'),
    ],
    ['brings no manifest', (dir: string) => tarOf(dir, 'data/papers')],
    [
      'holds a link',
      (dir: string) => {
        symlinkSync('/etc/passwd', join(dir, 'data/link'));
        return tarOf(dir, 'data');
      },
    ],
    [
      'is cut short',
      (dir: string) => {
        const archive = tarOf(dir, 'data');
        execFileSync('truncate', ['--size=100', archive]);
        return archive;
      },
    ],
  ])('is refused when it %s, and nothing is pushed', async (_, make) => {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    await expect(land(dir, make(dir))).rejects.toMatchObject({ kind: 'damaged' });
    expect(landed().ids).toHaveLength(1);
  });

  it('is refused when a file is not the one its manifest names', async () => {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    writeFileSync(join(dir, 'data/papers/2023/2023-01-03.ndjson'), '{}\n');
    await expect(land(dir, pack(dir))).rejects.toThrow(/2023-01-03\.ndjson is not the file/);
  });

  it('is refused when a changed file was not packed', async () => {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    unlinkSync(join(dir, 'data/papers/2023/2023-01-03.ndjson'));
    await expect(land(dir, pack(dir))).rejects.toThrow(/2023-01-03\.ndjson is missing/);
  });
});

describe('the command', () => {
  const script = resolve('scripts/push-snapshot.ts');
  const push = (dir: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [script, ...args], {
      cwd: dir,
      env: { ...gitEnvironment, ...env },
      encoding: 'utf8',
    });

  it('pushes, and leaves the work tree at the commit that landed', () => {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    const archive = pack(dir);
    git(dir, 'checkout', '--quiet', '--', '.');
    git(dir, 'clean', '--quiet', '-d', '--force');
    const { status, stdout } = push(dir, ['--from', archive], { GITHUB_REF_NAME: 'main' });
    expect(stdout).toContain('landed on main at try 1');
    expect(status).toBe(0);
    expect(git(dir, 'status', '--porcelain')).toBe('');
    expect(openSnapshot(join(dir, 'data'), { cacheFile: null }).shards()).toHaveLength(2);
  });

  it('never tells its token, also when git fails', () => {
    const dir = clone(field, 'writer');
    change(dir, { papers: [inventedPaper(1, 1)] });
    const archive = pack(dir);
    rmSync(field.remote, { recursive: true });
    git(
      dir,
      'remote',
      'set-url',
      'origin',
      'https://x-access-token:s3cret-token@127.0.0.1:9/nobody.git',
    );
    const { status, stdout, stderr } = push(
      dir,
      ['--from', archive, '--branch', 'main', '--tries', '1'],
      {
        PUSH_TOKEN: 's3cret-token',
      },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('did not take the commit');
    expect(stdout + stderr).not.toContain('s3cret-token');
  });

  it('says how it is called', () => {
    expect(push(field.root, [])).toMatchObject({ status: 2 });
  });
});
