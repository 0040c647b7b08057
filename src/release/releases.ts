/** The folders of a place that a web server reads: `releases/000001`, `releases/000002` … and the link `current`. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { ReleaseError } from './release-error.ts';

const CURRENT = 'current';
const FORM = /^\d{6}$/;

/** Numbers of the releases that are whole, oldest first. */
export function releasesOf(place: string): string[] {
  const folder = join(place, 'releases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => FORM.test(name))
    .toSorted();
}

/** The release that is served; `null` before the first. @throws {ReleaseError} when `current` is something else */
export function currentRelease(place: string): string | null {
  const link = join(place, CURRENT);
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isSymbolicLink())
    throw new ReleaseError(
      `${link} is there and is not a link of ours; name another folder with --to, or move it away.`,
    );
  return basename(readlinkSync(link));
}

export const releaseFolder = (place: string, name: string): string => join(place, 'releases', name);

/** The link changes by a rename: a request sees the one release or the other, never neither. */
export function serveRelease(place: string, name: string): void {
  const next = join(place, '.current.new');
  rmSync(next, { force: true });
  symlinkSync(join('releases', name), next);
  renameSync(next, join(place, CURRENT));
}

/** The number after the highest there is. */
export function nextName(place: string): string {
  const newest = releasesOf(place).at(-1) ?? '0';
  return String(Number(newest) + 1).padStart(6, '0');
}

/** An empty folder for the release that is being made; what a killed run left of one is removed. */
export function freshFolder(place: string): string {
  const folder = join(place, 'releases', '.new');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes the oldest ones; the one that is served and the newest `keep` stay. */
export function removeOld(place: string, keep: number): void {
  const current = currentRelease(place);
  for (const name of releasesOf(place).slice(0, -keep))
    if (name !== current) rmSync(releaseFolder(place, name), { recursive: true, force: true });
}
