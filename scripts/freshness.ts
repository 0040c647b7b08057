/**
 * `node scripts/freshness.ts`: looks at the published `/status.json` as a reader's browser would, compares it with
 * arXiv's calendar as of now, and opens or closes the one issue about the published site.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readConfig } from '../src/config/read-config.ts';
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { SITE_FRESHNESS } from '../src/github/health-issue.ts';
import { judgeFreshness } from '../src/health/judge-freshness.ts';
import { readPublished } from '../src/health/read-published.ts';
import { siteAddress } from '../src/integrations/site-address.ts';
import { locations } from '../src/query/locations.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { tellProblems } from './command/tell-problems.ts';

await runCommand(async () => {
  const environment = loadEnvironment();
  const env = readEnv(environment);
  if (environment['DEPLOY'] === 'none' && env.SITE_URL === null) {
    console.log(
      'The site is deployed elsewhere (DEPLOY=none): set the variable SITE_URL to have it looked at.',
    );
    return DONE;
  }
  const { site } = await readConfig(locations().configFile);
  const cname = existsSync('public/CNAME') ? readFileSync('public/CNAME', 'utf8') : undefined;
  const address = siteAddress(environment, { config: site, cname });
  const url = `${address.site}${address.base}status.json`;
  console.log(`Looking at ${url} (address from ${address.from}).`);
  const published = await readPublished(url);
  return tellProblems(judgeFreshness(published, clock(env)), SITE_FRESHNESS, environment);
});
