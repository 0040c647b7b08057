/**
 * `npm run doctor [-- --json] [--offline]`: looks at everything that a site of this kind can suffer from, and says what to
 * do. Ends with 0 when nothing must be put right, 1 otherwise, 2 when it is called the wrong way.
 */
import { parseArgs } from 'node:util';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { checks } from '../src/doctor/checks.ts';
import type { DoctorContext } from '../src/doctor/context.ts';
import { examine, exitCodeOf } from '../src/doctor/examine.ts';
import { report } from '../src/doctor/report.ts';
import { ConfigError } from '../src/config/config-error.ts';
import { EnvError } from '../src/env/env-error.ts';
import { locations } from '../src/query/locations.ts';
import { formatInstant } from '../src/text/dates.ts';
import { runCommand } from './command/exit-code.ts';
import { prepareRun } from './command/prepare-run.ts';
import { UsageError } from './command/usage-error.ts';

const usage = 'npm run doctor [-- --json] [--offline]';

function asked(): { json: boolean; offline: boolean } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { json: flag, offline: flag } }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Config and client, or why there are none: the doctor looks at the rest all the same. */
async function prepared(): Promise<Pick<DoctorContext, 'config' | 'client' | 'refusal'>> {
  try {
    const { config, client } = await prepareRun();
    return { config, client, refusal: null };
  } catch (error) {
    const isTold = error instanceof ConfigError || error instanceof EnvError;
    if (!isTold && !(error instanceof Error && 'code' in error)) throw error;
    return { config: null, client: null, refusal: error };
  }
}

await runCommand(async () => {
  const { json, offline } = asked();
  const { dataDir, configFile } = locations();
  const found = await examine(checks, {
    ...(await prepared()),
    root: process.cwd(),
    dataDir,
    configFile,
    environment: loadEnvironment(),
    now: formatInstant(Date.now()),
    offline,
  });
  console.log(
    json ? JSON.stringify({ schema_version: 1, findings: found }, null, 2) : report(found),
  );
  return exitCodeOf(found);
});
