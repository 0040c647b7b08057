/** The invented site as a web server of one's own reads it: built and released, at the root and below a path. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRelease } from '../../src/release/make-release.ts';
import { buildSite } from '../e2e/build-site.ts';

export interface ReleasedSite {
  /** Without a slash at its end: what the configurations call `BASE_PATH`. */
  base: '' | '/pulse';
  /** The folder of the releases. */
  place: string;
  /** Where one file of the release lies. */
  file: (path: string) => string;
}

/**
 * @param base where the site is served
 * @returns a release that its caller may change and must remove
 */
export async function releaseSite(base: ReleasedSite['base']): Promise<ReleasedSite> {
  const dir = mkdtempSync(join(tmpdir(), 'pulse-deploy-'));
  const built = process.env['DEPLOY_SITES'];
  const name = base === '' ? 'root' : 'path';
  mkdirSync(join(dir, 'build'));
  const site = built ? join(built, name, 'site') : await buildSite(join(dir, 'build'), `${base}/`);
  const place = join(dir, 'place');
  makeRelease(site, place, { base: `${base}/` });
  return { base, place, file: (path) => join(place, 'current', base, path) };
}
