/**
 * `npm run updater -- --to FOLDER [--now]`: the daily run and the release of its site, again and again at the times of
 * `AUTO_FETCH_SCHEDULE`. For a container; elsewhere a timer of the system does. Stops on SIGTERM and SIGINT.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { createLogger } from '../src/log/logger.ts';
import { currentRelease } from '../src/release/releases.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { runOnSchedule, USUAL_SCHEDULE } from './command/run-on-schedule.ts';
import { readArgs, UsageError } from './command/usage-error.ts';

const usage = 'usage: npm run updater -- --to FOLDER [--now]';

/** A process of its own each, so that a changed config.yaml counts from the next run on. */
function script(name: string, args: string[], signal: AbortSignal): Promise<number> {
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, name), ...args], {
      stdio: 'inherit',
    });
    const stop = (): boolean => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', failed);
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      ended(code ?? 1);
    });
  });
}

await runCommand(async () => {
  const { values } = readArgs(
    () =>
      parseArgs({
        options: { to: { type: 'string' }, now: { type: 'boolean', default: false } },
      }),
    usage,
  );
  const { to } = values;
  if (!to) throw new UsageError(usage);
  const env = readEnv(loadEnvironment());
  const log = createLogger({ level: env.LOG_LEVEL });
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  await runOnSchedule(
    env.AUTO_FETCH_SCHEDULE ?? USUAL_SCHEDULE,
    async (signal) => {
      const code = await script('daily.ts', [], signal);
      return code === DONE ? script('deploy.ts', ['--to', to], signal) : code;
    },
    { atOnce: values.now || currentRelease(to) === null, signal: stop.signal },
    {
      now: Date.now,
      sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
      log,
    },
  );
  return DONE;
});
