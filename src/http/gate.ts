export interface GateEffects {
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** One request at a time, and a minimum of time between the starts of two. */
export class Gate {
  readonly #intervalMs: number;
  readonly #effects: GateEffects;
  #last: Promise<unknown> = Promise.resolve();
  #notBefore = -Infinity;

  constructor(intervalMs: number, effects: GateEffects) {
    this.#intervalMs = intervalMs;
    this.#effects = effects;
  }

  /**
   * Runs `work` when its turn has come. `holdMs` says for a failure how long this gate stays shut after it: set before
   * the next in line starts, so that nobody slips through.
   *
   * @param waited told how many milliseconds the turn was waited for, beyond the requests ahead
   */
  run<T>(
    work: () => Promise<T>,
    holdMs: (error: unknown) => number,
    waited: (ms: number) => void,
  ): Promise<T> {
    const turn = this.#last.then(async () => {
      const { now, sleep } = this.#effects;
      const wait = this.#notBefore - now();
      if (wait > 0) {
        // Timers may fire a fraction of a millisecond early.
        await sleep(Math.ceil(wait) + 1);
        waited(wait);
      }
      this.#notBefore = now() + this.#intervalMs;
      try {
        return await work();
      } catch (error) {
        this.#notBefore = Math.max(this.#notBefore, now() + holdMs(error));
        throw error;
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
