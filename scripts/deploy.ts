/**
 * `npm run deploy -- --to FOLDER [--keep N]`: puts the built site where a web server of your own reads it, as a release
 * of its own with compressed copies. `npm run deploy -- --to FOLDER --back` serves the release before.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config/read-config.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { siteAddress } from '../src/integrations/site-address.ts';
import { locations } from '../src/query/locations.ts';
import { makeRelease, rollBack } from '../src/release/make-release.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { readArgs, UsageError } from './command/usage-error.ts';

const usage = 'usage: npm run deploy -- --to FOLDER [--keep N] [--back]';
const CNAME = 'public/CNAME';

await runCommand(async () => {
  const { values } = readArgs(
    () =>
      parseArgs({
        options: {
          to: { type: 'string' },
          keep: { type: 'string', default: '3' },
          back: { type: 'boolean', default: false },
        },
      }),
    usage,
  );
  const { to, back } = values;
  const keep = Number(values.keep);
  if (!to || !Number.isInteger(keep) || keep < 1) throw new UsageError(usage);
  if (back) {
    console.log(`${to} serves release ${rollBack(to)} again.`);
    return DONE;
  }
  const environment = loadEnvironment();
  const { site } = await readConfig(locations().configFile);
  const cname = existsSync(CNAME) ? readFileSync(CNAME, 'utf8') : undefined;
  const { base } = siteAddress(environment, { config: site, cname });
  const { changed, name, files, fresh } = makeRelease(environment['OUT_DIR'] || 'dist', to, {
    base,
    keep,
  });
  console.log(
    changed
      ? `${to} serves release ${name}: ${files} files, ${fresh} of them new or changed, below ${base}`
      : `${to} serves that already: release ${name}, ${files} files.`,
  );
  return DONE;
});
