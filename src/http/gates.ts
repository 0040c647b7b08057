import { Gate, type GateEffects } from './gate.ts';

/** arXiv's terms of use: one request in three seconds over all its hosts. Not to be undercut there. */
export const ARXIV_INTERVAL_MS = 3000;

/** The name of the gate that all of arXiv's hosts share. */
export const ARXIV_GATE = 'arxiv';

export interface GateOptions {
  /** Between the starts of two requests to arXiv. */
  minIntervalMs: number;
  /** The same for other gates, by name. Default 0: one at a time, no pause. */
  intervals: Readonly<Record<string, number>>;
}

/** The gates of one run. */
export class Gates {
  readonly #gates = new Map<string, Gate>();
  readonly #options: GateOptions;
  readonly #effects: GateEffects;

  constructor(options: GateOptions, effects: GateEffects) {
    this.#options = options;
    this.#effects = effects;
  }

  /** The gate of an address: arXiv's for arXiv's hosts, else the named one, else the host's; `null` asks for none. */
  of(url: URL, name: string | null | undefined): Gate {
    const key = isArxivHost(url) ? ARXIV_GATE : name === undefined ? url.host : name;
    if (key === null) return new Gate(0, this.#effects);
    const known = this.#gates.get(key);
    if (known) return known;
    const interval = key === ARXIV_GATE ? this.paceOf(url) : (this.#options.intervals[key] ?? 0);
    const gate = new Gate(interval, this.#effects);
    this.#gates.set(key, gate);
    return gate;
  }

  /** The interval by which waits are measured; towards arXiv itself never below its own. */
  paceOf(url: URL): number {
    const { minIntervalMs } = this.#options;
    return isArxivHost(url) ? Math.max(minIntervalMs, ARXIV_INTERVAL_MS) : minIntervalMs;
  }
}

export function isArxivHost(url: URL): boolean {
  return url.hostname === 'arxiv.org' || url.hostname.endsWith('.arxiv.org');
}
