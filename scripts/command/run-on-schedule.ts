import { Cron } from 'croner';
import type { Logger } from '../../src/log/logger.ts';

/** arXiv's listing is there from midnight US Eastern; the second run catches what the first could not get. */
export const USUAL_SCHEDULE = '23 6,13 * * *';

/** Longest wait in one go: a machine that slept, or a clock that was set, is noticed within it. */
const GLANCE_MS = 60_000;

export interface ScheduleEffects {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Ends early, without an error, when the signal says so. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Pick<Logger, 'info' | 'error'>;
}

/**
 * Runs a job at the times of a cron expression (five fields, UTC), one run after the other, until it is told to stop. A
 * run that fails is told and does not end the schedule; a time that passes while a run is at work is left out.
 *
 * @param job gives the exit code; hears of the stop by the signal
 * @param atOnce whether it runs before the first time comes
 */
export async function runOnSchedule(
  pattern: string,
  job: (signal: AbortSignal) => Promise<number>,
  { atOnce, signal }: { atOnce: boolean; signal: AbortSignal },
  { now, sleep, log }: ScheduleEffects,
): Promise<void> {
  const cron = new Cron(pattern, { timezone: 'UTC', mode: '5-part' });
  let next = atOnce ? new Date(now()) : cron.nextRun(new Date(now()));
  while (!signal.aborted) {
    if (next === null) throw new Error(`${pattern} names no time that ever comes`);
    if (next.getTime() > now()) log.info(`next run at ${next.toISOString().slice(0, 19)}Z`);
    while (!signal.aborted && next.getTime() > now())
      await sleep(Math.min(GLANCE_MS, next.getTime() - now()), signal);
    if (signal.aborted) return;
    try {
      const code = await job(signal);
      if (code !== 0 && !signal.aborted)
        log.error(`the run ended with code ${code}; what is served stays as it is`);
    } catch (error) {
      log.error(`the run could not be started: ${String(error)}`);
    }
    next = cron.nextRun(new Date(now()));
  }
}
