import type { Instant } from '../paper.ts';
import { formatInstant } from '../text/dates.ts';
import type { Env } from './variables.ts';

/** The instant of the run: `NOW` when it is set, else the clock. To the second, UTC. */
export function clock(env: Pick<Env, 'NOW'>, now: () => number = Date.now): Instant {
  return env.NOW ?? formatInstant(now());
}
