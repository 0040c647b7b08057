/** `node scripts/release.ts OUT_DIR`: makes the files of a weekly release in an empty folder. */
import { execFileSync } from 'node:child_process';
import { makeReleaseFiles } from '../src/data-files/release-files.ts';
import { siteSalt } from '../src/integrations/site-salt.ts';
import { locations } from '../src/query/locations.ts';
import { archive } from '../src/query/shared-archive.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { UsageError } from './command/usage-error.ts';

await runCommand(async () => {
  const [outDir, ...more] = process.argv.slice(2);
  if (outDir === undefined || more.length > 0)
    throw new UsageError('usage: node scripts/release.ts OUT_DIR');
  const { dataDir, cacheDir } = locations();
  // what is installed to run the product; tools of development are no part of it
  const sbom = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const salt = siteSalt(process.cwd(), 'release');
  const names = await makeReleaseFiles(await archive(), sbom, { dataDir, cacheDir, outDir, salt });
  console.log(`${outDir} holds ${names.join(', ')}.`);
  return DONE;
});
