import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compressed } from './compressed.ts';
import {
  currentRelease,
  freshFolder,
  nextName,
  releaseFolder,
  releasesOf,
  removeOld,
  serveRelease,
} from './releases.ts';
import { ReleaseError } from './release-error.ts';

export interface ReleaseOptions {
  /** The base path with slashes at both ends: the site lies below it, so that a server needs no rewriting. */
  base: string;
  /** How many releases stay, the new one included. */
  keep?: number;
}

export interface Released {
  /** `false`: what is served is that already, and nothing was written. */
  changed: boolean;
  name: string;
  files: number;
  /** Files that differ from the release before, or are not in it. */
  fresh: number;
}

/** Settings of hosts, which no reader asks for. */
const FOR_HOSTS = new Set(['_headers', '_redirects']);
const COMPRESSED = /\.(?:gz|br)$/;

/**
 * Puts a built site where a web server reads it: a folder of its own with compressed copies beside the files, served by
 * the change of one link. Files that did not change are hard links into the release before: they keep their date, so
 * that a browser's copy stays good, and take no room.
 *
 * @param site the built site, `dist`
 * @param place the folder of the releases; made when it does not exist
 * @throws {ReleaseError} when the site is not built, or the place holds something else
 */
export function makeRelease(
  site: string,
  place: string,
  { base, keep = 3 }: ReleaseOptions,
): Released {
  if (!existsSync(join(site, 'index.html')))
    throw new ReleaseError(`${site} holds no built site; build it first: \`npm run build\`.`);
  const before = currentRelease(place);
  const root = before === null ? null : join(releaseFolder(place, before), base);
  const folder = freshFolder(place);
  const files = filesOf(site).filter((path) => !FOR_HOSTS.has(path));
  let fresh = 0;
  for (const path of files)
    if (!linkUnchanged(join(site, path), root && join(root, path), join(folder, base, path))) {
      putFile(join(site, path), join(folder, base, path));
      fresh += 1;
    }
  if (before !== null && root !== null && fresh === 0 && countOf(root) === files.length) {
    rmSync(folder, { recursive: true });
    return { changed: false, name: before, files: files.length, fresh };
  }
  const name = nextName(place);
  renameSync(folder, releaseFolder(place, name));
  serveRelease(place, name);
  removeOld(place, keep);
  return { changed: true, name, files: files.length, fresh };
}

/**
 * Serves the release before the one that is served.
 * @returns its number
 * @throws {ReleaseError} when there is none
 */
export function rollBack(place: string): string {
  const current = currentRelease(place);
  const earlier = releasesOf(place).findLast((name) => current !== null && name < current);
  if (earlier === undefined)
    throw new ReleaseError(`${place} holds no release before ${current ?? 'the first'}.`);
  serveRelease(place, earlier);
  return earlier;
}

/** Whether the file is as it was, and now stands in the new folder with its compressed copies. */
function linkUnchanged(file: string, known: string | null, target: string): boolean {
  if (known === null) return false;
  const old = statSync(known, { throwIfNoEntry: false });
  if (!old?.isFile() || old.size !== statSync(file).size) return false;
  if (!readFileSync(file).equals(readFileSync(known))) return false;
  mkdirSync(dirname(target), { recursive: true });
  for (const ending of ['', '.gz', '.br'])
    if (existsSync(known + ending)) linkSync(known + ending, target + ending);
  return true;
}

function putFile(file: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
  for (const [ending, bytes] of compressed(target, readFileSync(file)))
    writeFileSync(target + ending, bytes);
}

/** Paths of all files below a folder, sorted. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Files of a release, its compressed copies not counted. */
const countOf = (root: string): number =>
  filesOf(root).filter((path) => !COMPRESSED.test(path)).length;
