import type { Account } from './host-ledger.ts';
import type { HttpFailure } from './http-failure.ts';

/** Waits at the interval that arXiv asks for, 3 s; all scale with the interval. */
const REFERENCE_INTERVAL_MS = 3000;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 240_000;
const BRIEF_WAIT_MS = 3000;
const BRIEF_TRIES = 3;
/** How long one host may be waited for in a whole run. */
const BUDGET_MS = 900_000;

export type Plan =
  | { again: true; waitMs: number; try: number; tries: number }
  | { again: false; why: string | null };

/** How long to wait in all for one host, at a given interval. */
export function patienceBudgetMs(intervalMs: number): number {
  return BUDGET_MS * scaleOf(intervalMs);
}

/**
 * What to do after the `tried`-th try has failed: wait (exponentially 15–240 s with jitter, longer where the server says
 * so) and try again, or give up.
 *
 * @param left milliseconds of the host's budget
 * @param random from 0 to 1
 */
export function planAfter(
  failure: HttpFailure,
  tried: number,
  mostTries: number,
  intervalMs: number,
  left: number,
  random: number,
): Plan {
  if (failure.again === 'never') return { again: false, why: null };
  const tries = failure.again === 'brief' ? Math.min(mostTries, BRIEF_TRIES) : mostTries;
  const scale = scaleOf(intervalMs);
  const asked = (failure.retryAfterMs ?? 0) * scale;
  if (asked > left) return { again: false, why: `it asks to wait ${Math.round(asked / 1000)} s` };
  if (tried >= tries) return { again: false, why: null };
  const own =
    failure.again === 'brief'
      ? BRIEF_WAIT_MS * tried
      : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1) * (1 + random / 2));
  const waitMs = Math.max(own * scale, asked);
  if (waitMs > left) return { again: false, why: 'this run has waited for it long enough' };
  return { again: true, waitMs, try: tried + 1, tries };
}

function scaleOf(intervalMs: number): number {
  return intervalMs / REFERENCE_INTERVAL_MS;
}

/** What one request has borne so far, and what it does next. */
export class Patience {
  tried = 0;
  plan: Plan = { again: false, why: null };
  readonly #mostTries: number;
  readonly #random: () => number;

  constructor(mostTries: number, random: () => number) {
    this.#mostTries = mostTries;
    this.#random = random;
  }

  /** A new try begins. */
  begin(): void {
    this.tried += 1;
    this.plan = { again: false, why: null };
  }

  /**
   * Judges a failed try, books the wait on the host's account or closes it, and says how long its gate stays shut.
   *
   * @param intervalMs what waits are measured by
   */
  judge(failure: HttpFailure, account: Account, intervalMs: number): number {
    const left = patienceBudgetMs(intervalMs) - account.patienceMs;
    this.plan = planAfter(failure, this.tried, this.#mostTries, intervalMs, left, this.#random());
    if (this.plan.again) {
      account.patienceMs += this.plan.waitMs;
      return this.plan.waitMs;
    }
    account.closed ??= this.#closing(failure, this.plan.why);
    return 0;
  }

  /** Why the host is left for this run after this failure; `null` when other requests to it may still do. */
  #closing(failure: HttpFailure, why: string | null): string | null {
    if (failure.kind === 'refused') return `it refused: ${failure.what}`;
    if (why !== null) return `${failure.what}, and ${why}`;
    const overloaded =
      failure.kind === 'throttled' || failure.kind === 'timeout' || failure.kind === 'network';
    if (!overloaded || failure.again === 'never') return null;
    // A single try proves only what the server says outright.
    if (this.#mostTries === 1 && failure.status !== 429) return null;
    return this.tried > 1 ? `${failure.what}, ${this.tried} times` : failure.what;
  }
}
