/** Local backups: `backups/2026-11-24.tar.gz`, a second one of the day `2026-11-24-2.tar.gz`. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../paper.ts';
import { packSnapshot, withUnpacked } from './pack-snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';
import { verifySnapshot } from './verify-snapshot.ts';

/** How long backups are kept. The newest is kept for ever. */
export const KEPT_DAYS = 7;

const NAME = /^(\d{4}-\d{2}-\d{2})(?:-(\d+))?\.tar\.gz$/;

export interface Backup {
  file: string;
  day: Day;
  /** Of the day, from 1. */
  number: number;
}

/** The backups of a folder, oldest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, day, number = '1'] = NAME.exec(name) ?? [];
      return day === undefined ? [] : [{ file: join(folder, name), day, number: Number(number) }];
    })
    .sort((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1));
}

/**
 * Packs a data folder and reads the packed file back; it counts only when it is found as the folder was.
 * @param today the UTC day, which names the file
 * @returns the file
 * @throws {SnapshotError} `unwritable` or `damaged`
 */
export function makeBackup(dir: string, folder: string, today: Day): string {
  const last = listBackups(folder).findLast(({ day }) => day === today)?.number ?? 0;
  const file = join(folder, last === 0 ? `${today}.tar.gz` : `${today}-${last + 1}.tar.gz`);
  packSnapshot(dir, file);
  const expected = describe(dir);
  const found = withUnpacked(file, describe);
  if (found === expected) return file;
  rmSync(file);
  throw new SnapshotError(
    'damaged',
    `${file} did not hold what ${dir} holds, and was removed: ${found} in place of ${expected}`,
  );
}

/** Removes backups older than a week, never the newest. @returns the files removed */
export function removeOldBackups(folder: string, today: Day): string[] {
  const oldest = new Date(Date.parse(today) - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const old = listBackups(folder)
    .slice(0, -1)
    .filter(({ day }) => day < oldest);
  for (const { file } of old) rmSync(file);
  return old.map(({ file }) => file);
}

function describe(dir: string): string {
  const { files, rows, problems } = verifySnapshot(dir);
  return `${files} files, ${rows} records, ${problems.length} problems`;
}
