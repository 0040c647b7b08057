import { lookup } from 'node:dns/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createLogger, type Logger } from '../log/logger.ts';
import type { Lookup } from './address-guard.ts';
import { send, type Send } from './wire.ts';

/** What the client does to the world. */
export interface ClientEffects {
  send: Send;
  lookup: Lookup;
  /** Milliseconds since the epoch, of a clock that never goes back. Not the run's `NOW`, which stands still. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** From 0 to 1, for the jitter. */
  random: () => number;
  log: Logger;
}

export function realEffects(): ClientEffects {
  return {
    send,
    lookup: (host) => lookup(host, { all: true }),
    now: () => performance.timeOrigin + performance.now(),
    sleep: (ms) => delay(ms),
    random: Math.random,
    log: createLogger(),
  };
}
