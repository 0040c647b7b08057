/** What every command that fetches begins with: environment, config, log, client, the instant of the run. */
import type { Config } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { clock } from '../../src/env/clock.ts';
import { ENDPOINT_VARIABLES } from '../../src/env/endpoint-variables.ts';
import { loadEnvironment } from '../../src/env/load-environment.ts';
import { readEnv, secretsOf, type Environment } from '../../src/env/read-env.ts';
import { unknownVariables } from '../../src/env/unknown-variables.ts';
import type { Env } from '../../src/env/variables.ts';
import { createClient, type Client } from '../../src/http/client.ts';
import { createLogger, type Logger } from '../../src/log/logger.ts';
import type { Instant } from '../../src/paper.ts';
import { locations } from '../../src/query/locations.ts';
import { userAgent } from './user-agent.ts';

export interface Run {
  config: Config;
  env: Env;
  log: Logger;
  client: Client;
  now: Instant;
  /** The data folder. */
  dir: string;
}

/** Throws a `ConfigError` or an `EnvError`, before anything is fetched. */
export async function prepareRun(): Promise<Run> {
  const environment = loadEnvironment();
  const env = readEnv(environment);
  const { configFile, dataDir: dir } = locations();
  const config = await readConfig(configFile);
  const log = createLogger({ level: env.LOG_LEVEL, secrets: secretsOf(env) });
  for (const warning of unknownVariables(environment)) log.warn(warning);
  const client = createClient(
    {
      userAgent: userAgent(config.site, environment),
      minIntervalMs: env.ARXIV_MIN_INTERVAL_MS,
      allowHosts: mirrors(environment),
    },
    { log },
  );
  return { config, env, log, client, now: clock(env), dir };
}

/** Hosts that the operator named in place of the real ones: they may be plain http, and on a private network. */
function mirrors(environment: Environment): string[] {
  return Object.keys(ENDPOINT_VARIABLES).flatMap((name) => {
    const address = environment[name]?.trim() ?? '';
    return URL.canParse(address) ? [new URL(address).host] : [];
  });
}
