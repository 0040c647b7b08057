import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../../src/query/archive.ts';
import { measureCommand, type Measured } from '../measure-command.ts';
import { writeHugoSite } from './write-hugo-site.ts';

const HUGO = ['/usr/bin/hugo', '/usr/local/bin/hugo', '/opt/homebrew/bin/hugo'].find((file) =>
  existsSync(file),
);

/** Builds the archive with Hugo from nothing; `null` where Hugo is not installed. */
export async function buildWithHugo(
  dir: string,
  archive: Archive,
): Promise<(Measured & { outDir: string }) | null> {
  if (HUGO === undefined) return null;
  rmSync(dir, { recursive: true, force: true });
  writeHugoSite(dir, archive);
  const measured = await measureCommand(HUGO, ['--quiet', '--noTimes'], { cwd: dir });
  return { ...measured, outDir: join(dir, 'public') };
}
