import { describe, expect, it } from 'vitest';
import { runOnSchedule } from './run-on-schedule.ts';

/** A clock that waiting moves on; stops after so many runs. */
function rehearse(pattern: string, { from, atOnce = false, runs, takesMs = 0, codes = [] as (number | Error)[] }: { from: string; atOnce?: boolean; runs: number; takesMs?: number; codes?: (number | Error)[] }) {
  let now = Date.parse(from);
  const stop = new AbortController();
  const began: string[] = [];
  const said: string[] = [];
  const waits: number[] = [];
  const say = (line: string): void => void said.push(line);
  const done = runOnSchedule(
    pattern,
    () => {
      began.push(new Date(now).toISOString().slice(0, 16));
      now += takesMs;
      if (began.length === runs) stop.abort();
      const code = codes[began.length - 1] ?? 0;
      return code instanceof Error ? Promise.reject(code) : Promise.resolve(code);
    },
    { atOnce, signal: stop.signal },
    {
      now: () => now,
      sleep: (ms) => {
        waits.push(ms);
        now += ms;
        return Promise.resolve();
      },
      log: { info: say, error: say },
    },
  );
  return done.then(() => ({ began, said, waits }));
} // prettier-ignore

describe('runOnSchedule', () => {
  it('runs at the times of the expression, in UTC', async () => {
    const { began } = await rehearse('23 6,13 * * *', { from: '2026-11-27T07:00:00Z', runs: 3 });
    expect(began).toEqual(['2026-11-27T13:23', '2026-11-28T06:23', '2026-11-28T13:23']);
  });

  it('runs before the first time when it is told to', async () => {
    const { began } = await rehearse('0 2 * * *', { from: '2026-11-27T07:00:00Z', atOnce: true, runs: 2 }); // prettier-ignore
    expect(began).toEqual(['2026-11-27T07:00', '2026-11-28T02:00']);
  });

  it('goes on after a run that fails or cannot be started, and says so', async () => {
    const { began, said } = await rehearse('0 * * * *', {
      from: '2026-11-27T07:30:00Z',
      runs: 3,
      codes: [1, new Error('no such file'), 0],
    });
    expect(began).toHaveLength(3);
    expect(said).toContain('the run ended with code 1; what is served stays as it is');
    expect(said).toContain('the run could not be started: Error: no such file');
  });

  it('leaves out a time that passes during a run, and never runs two at once', async () => {
    const { began } = await rehearse('0 * * * *', {
      from: '2026-11-27T07:30:00Z',
      runs: 2,
      takesMs: 90 * 60_000,
    });
    expect(began).toEqual(['2026-11-27T08:00', '2026-11-27T10:00']);
  });

  it('looks at the clock every minute, so that a machine that slept is noticed', async () => {
    const { waits } = await rehearse('0 2 * * *', { from: '2026-11-27T01:00:30Z', runs: 1 });
    expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
  });

  it('ends at once when it is stopped before its first run', async () => {
    const stop = new AbortController();
    stop.abort();
    const never = () => Promise.reject(new Error('it ran'));
    const log = { info: () => {}, error: () => {} };
    const effects = { now: () => 0, sleep: () => Promise.resolve(), log };
    const run = runOnSchedule('0 2 * * *', never, { atOnce: true, signal: stop.signal }, effects);
    await expect(run).resolves.toBeUndefined();
  });

  it('refuses what is no time', async () => {
    await expect(rehearse('0 0 31 2 *', { from: '2026-11-27T01:00:00Z', runs: 1 })).rejects.toThrow(
      'names no time',
    );
  });
});
