import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups, makeBackup, removeOldBackups } from './backups.ts';
import { commitSnapshot } from './commit-snapshot.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import { openSnapshot } from './open-snapshot.ts';
import { restoreSnapshot } from './restore-snapshot.ts';
import { verifySnapshot } from './verify-snapshot.ts';

const TODAY = '2026-11-24';

function add(dir: string, day: number, number = 1): Record<string, string> {
  commitSnapshot(dir, { base: openSnapshot(dir), papers: [inventedPaper(day, number)] });
  return contents(dir);
}

function place(): { dir: string; backups: string; today: string } {
  const folder = temporaryFolder();
  return { dir: join(folder, 'data'), backups: join(folder, 'backups'), today: TODAY };
}

function git(folder: string, date: string, ...args: string[]): void {
  const identity = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore', env });
}

describe('a backup', () => {
  it('holds the data folder, hand-kept files too, and nothing of a run at work', () => {
    const { dir, backups } = place();
    add(dir, 0);
    writeFileSync(join(dir, 'curated.yaml'), 'a: 1\n');
    writeFileSync(join(dir, '.lock'), '{}');
    const file = makeBackup(dir, backups, TODAY);
    expect(file).toBe(join(backups, '2026-11-24.tar.gz'));
    const listed = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' });
    expect(listed).toMatch(/curated\.yaml/);
    expect(listed).not.toMatch(/\.lock/);
    expect(readdirSync(backups)).toEqual(['2026-11-24.tar.gz']);
  });

  it('of the same day does not replace the first', () => {
    const { dir, backups } = place();
    add(dir, 0);
    const files = [1, 2, 3].map(() => makeBackup(dir, backups, TODAY));
    expect(listBackups(backups).map(({ file }) => file)).toEqual(files);
    expect(files[2]).toMatch(/2026-11-24-3\.tar\.gz$/);
  });

  it('goes after a week, but for the newest', () => {
    const { dir, backups } = place();
    add(dir, 0);
    for (const day of ['2026-11-01', '2026-11-16', '2026-11-17', '2026-11-20'])
      makeBackup(dir, backups, day);
    writeFileSync(join(backups, 'notes.txt'), '');
    expect(removeOldBackups(backups, TODAY)).toHaveLength(2);
    expect(listBackups(backups).map(({ day }) => day)).toEqual(['2026-11-17', '2026-11-20']);
    removeOldBackups(backups, '2027-05-01');
    expect(listBackups(backups).map(({ day }) => day)).toEqual(['2026-11-20']);
    expect(readdirSync(backups)).toContain('notes.txt');
  });
});

describe('a restore', () => {
  it('brings a backup back byte for byte, and keeps what was there before as another', () => {
    const { dir, ...places } = place();
    const before = add(dir, 0);
    const file = makeBackup(dir, places.backups, '2026-11-23');
    const after = add(dir, 1);
    const restored = restoreSnapshot(file, { dir, ...places });
    expect(contents(dir)).toEqual(before);
    expect(restored).toMatchObject({
      from: `the backup ${file}`,
      records: 1,
      former: join(places.backups, '2026-11-24.tar.gz'),
    });
    restoreSnapshot(restored.former ?? '', { dir, ...places });
    expect(contents(dir)).toEqual(after);
  });

  it('brings a commit back by its name, and the last one of a day by the day', () => {
    const { dir, ...places } = place();
    const repository = join(dir, '..');
    git(repository, '', 'init', '-q');
    const states = [0, 1, 2].map((day) => {
      const state = add(dir, day);
      git(repository, `2026-11-1${day}T12:00:00Z`, 'add', 'data');
      git(repository, `2026-11-1${day}T12:00:00Z`, 'commit', '-qm', `day ${day}`);
      return state;
    });
    restoreSnapshot('HEAD~1', { dir, ...places });
    expect(contents(dir)).toEqual(states[1]);
    restoreSnapshot('2026-11-10', { dir, ...places });
    expect(contents(dir)).toEqual(states[0]);
    const { from } = restoreSnapshot('2026-11-20', { dir, ...places });
    expect(from).toMatch(/^commit [0-9a-f]{40}$/);
    expect(contents(dir)).toEqual(states[2]);
  });

  it('by a day prefers the backup when that is as young as the last commit', () => {
    const { dir, ...places } = place();
    git(join(dir, '..'), '', 'init', '-q');
    add(dir, 0);
    git(join(dir, '..'), '2026-11-10T12:00:00Z', 'add', 'data');
    git(join(dir, '..'), '2026-11-10T12:00:00Z', 'commit', '-qm', 'day');
    const uncommitted = add(dir, 1);
    makeBackup(dir, places.backups, '2026-11-10');
    add(dir, 2);
    expect(restoreSnapshot('2026-11-15', { dir, ...places }).from).toMatch(/2026-11-10\.tar\.gz/);
    expect(contents(dir)).toEqual(uncommitted);
  });

  it('leaves hand-kept files alone, and keeps aside what no manifest names', () => {
    const { dir, ...places } = place();
    add(dir, 0);
    const file = makeBackup(dir, places.backups, '2026-11-23');
    writeFileSync(join(dir, 'curated.yaml'), 'a: 2\n');
    writeFileSync(join(dir, 'papers/2023/2023-01-09.ndjson'), 'x\n');
    const { keptAside } = restoreSnapshot(file, { dir, ...places });
    expect(readFileSync(join(dir, 'curated.yaml'), 'utf8')).toBe('a: 2\n');
    expect(keptAside).toHaveLength(1);
    expect(verifySnapshot(dir).problems).toEqual([]);
  });

  it('replaces a damaged snapshot, whose remains it keeps', () => {
    const { dir, ...places } = place();
    const before = add(dir, 0);
    const file = makeBackup(dir, places.backups, '2026-11-23');
    writeFileSync(join(dir, 'manifest.json'), '<<<<<<<');
    truncateSync(join(dir, 'papers/2023/2023-01-02.ndjson'), 100);
    const { former } = restoreSnapshot(file, { dir, ...places });
    expect(contents(dir)).toEqual(before);
    expect(former).not.toBeNull();
  });

  it('works where there is no data folder yet', () => {
    const { dir, ...places } = place();
    const before = add(dir, 0);
    const file = makeBackup(dir, places.backups, '2026-11-23');
    rmSync(dir, { recursive: true });
    expect(restoreSnapshot(file, { dir, ...places }).records).toBe(1);
    expect(contents(dir)).toEqual(before);
  });

  it.each([
    ['a file cut short', (file: string) => truncateSync(file, 300), /could not be unpacked/],
    [
      'a file that is no archive',
      (file: string) => writeFileSync(file, 'x'),
      /could not be unpacked/,
    ],
  ])('from %s is refused, and touches nothing', (_, spoil, message) => {
    const { dir, ...places } = place();
    add(dir, 0);
    const file = makeBackup(dir, places.backups, '2026-11-23');
    const after = add(dir, 1);
    spoil(file);
    expect(() => restoreSnapshot(file, { dir, ...places })).toThrow(message);
    expect(contents(dir)).toEqual(after);
    expect(listBackups(places.backups)).toHaveLength(1);
  });

  it('of a damaged snapshot, or of something that does not exist, is refused', () => {
    const { dir, ...places } = place();
    add(dir, 0);
    const file = join(places.backups, '2026-11-20.tar.gz');
    const text = contents(dir)['papers/2023/2023-01-02.ndjson'] ?? '';
    writeFileSync(join(dir, 'papers/2023/2023-01-02.ndjson'), text.replace('cs.RO', 'cs.CV'));
    makeBackup(dir, places.backups, '2026-11-20');
    expect(() => restoreSnapshot(file, { dir, ...places })).toThrow(
      /not a whole snapshot.*2023-01-02\.ndjson/,
    );
    expect(() => restoreSnapshot('v9', { dir, ...places })).toThrow(/nothing to restore at "v9"/);
    expect(() => restoreSnapshot('2020-01-01', { dir, ...places })).toThrow(
      /no backup of that day or before/,
    );
  });
});
