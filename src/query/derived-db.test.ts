import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DerivedDb, type DerivedChange } from './derived-db.ts';

const folder = mkdtempSync(join(tmpdir(), 'derived-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const place = (): string => join(folder, String((made += 1)), 'derived.sqlite');

const days = (db: DerivedDb): unknown[] => db.all('SELECT date, total FROM day ORDER BY date');

/** Brings one day in. */
const day = (date: string, total: number): DerivedChange => ({
  isCurrent: (db) => db.first('SELECT total FROM day WHERE date = ?', [date])?.[0] === total,
  apply: (db) => db.run('INSERT OR REPLACE INTO day VALUES (?, ?, ?, ?, ?)', [date, total, '', '', date]), // prettier-ignore
});
const nothing: DerivedChange = {
  isCurrent: () => true,
  apply: () => {
    throw new Error('there was nothing to apply');
  },
};

const FILES = ['derived.sqlite', 'derived.sqlite.sha256'];

/** Turns one bit of a file over. */
function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  writeFileSync(file, bytes);
}

describe('DerivedDb', () => {
  it('keeps what was applied for the next who opens it', () => {
    const file = place();
    DerivedDb.open(file, 'k', day('2026-11-23', 150)).close();
    DerivedDb.open(file, 'k', day('2026-11-24', 90)).close();
    expect(days(DerivedDb.open(file, 'k', nothing))).toEqual([
      ['2026-11-23', 150],
      ['2026-11-24', 90],
    ]);
  });

  it('goes on with what it opened while another changes the file', () => {
    const file = place();
    const open = DerivedDb.open(file, 'k', day('2026-11-23', 150));
    const later = DerivedDb.open(file, 'k', day('2026-11-23', 151));
    expect(days(open)).toEqual([['2026-11-23', 150]]);
    expect(days(later)).toEqual([['2026-11-23', 151]]);
  });

  it('writes nothing where the file is current', () => {
    const file = place();
    DerivedDb.open(file, 'k', day('2026-11-23', 150)).close();
    const before = readFileSync(file);
    DerivedDb.open(file, 'k', day('2026-11-23', 150)).close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual(FILES);
  });

  it('leaves the file as it was when a change fails, and nothing beside it', () => {
    const file = place();
    DerivedDb.open(file, 'k', day('2026-11-23', 150)).close();
    const failing: DerivedChange = {
      isCurrent: () => false,
      apply: (db) => {
        db.run('DELETE FROM day');
        throw new Error('a shard is damaged');
      },
    };
    expect(() => DerivedDb.open(file, 'k', failing)).toThrow('a shard is damaged');
    expect(days(DerivedDb.open(file, 'k', nothing))).toEqual([['2026-11-23', 150]]);
    expect(readdirSync(join(file, '..'))).toEqual(FILES);
  });

  it.each([
    [
      'of another key',
      (file: string) => DerivedDb.open(file, 'other', day('2026-11-20', 1)).close(),
    ],
    ['cut short', (file: string) => truncateSync(file, 9_000)],
    [
      'no database',
      (file: string) => writeFileSync(file, 'not a database, and long enough to look'),
    ],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['one bit another deep inside', (file: string) => flipBit(file, 20_000)],
    ['one bit another at its end', (file: string) => flipBit(file, readFileSync(file).length - 1)],
    ['of a proof that is gone', (file: string) => rmSync(`${file}.sha256`)],
    ['of another’s proof', (file: string) => writeFileSync(`${file}.sha256`, 'a'.repeat(64))],
    ['gone', (file: string) => rmSync(file)],
  ])('begins anew where the file is %s', (_, damage) => {
    const file = place();
    DerivedDb.open(file, 'k', day('2026-11-23', 150)).close();
    damage(file);
    expect(days(DerivedDb.open(file, 'k', day('2026-11-24', 90)))).toEqual([['2026-11-24', 90]]);
  });

  it('removes the copies of builds that were killed, and not that of one that runs', () => {
    const file = place();
    DerivedDb.open(file, 'k', day('2026-11-23', 150)).close();
    const [old, young] = [`${file}.1-0.tmp`, `${file}.2-0.tmp`];
    for (const left of [old, young]) writeFileSync(left, '');
    const yesterday = new Date(Date.now() - 86_400_000);
    utimesSync(old, yesterday, yesterday);
    DerivedDb.open(file, 'k', day('2026-11-24', 90)).close();
    expect(readdirSync(join(file, '..'))).toEqual(
      expect.arrayContaining([...FILES, basename(young)]),
    );
    expect(readdirSync(join(file, '..'))).not.toContain(basename(old));
  });

  it('says which folder cannot be written to', () => {
    writeFileSync(join(folder, 'file'), '');
    const file = join(folder, 'file', 'derived.sqlite');
    expect(() => DerivedDb.open(file, 'k', nothing)).toThrow(join(folder, 'file'));
  });
});
