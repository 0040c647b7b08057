/** What was asked of one host in this run. */
export interface HostStats {
  requests: number;
  /** As they came over the wire, compressed. */
  bytes: number;
  retries: number;
  /** For the interval and for back-off. */
  waitedMs: number;
  /** Why the host is left for this run; `null` while it is not. */
  closed: string | null;
}

/** The same, with what of the budget for waiting is used up. */
export interface Account extends HostStats {
  patienceMs: number;
}

export interface ClientStats extends Omit<HostStats, 'closed'> {
  hosts: Record<string, HostStats>;
}

/** The run's account, host by host. */
export class HostLedger {
  readonly #hosts = new Map<string, Account>();

  of(host: string): Account {
    const known = this.#hosts.get(host);
    if (known) return known;
    const fresh = { requests: 0, bytes: 0, retries: 0, waitedMs: 0, closed: null, patienceMs: 0 };
    this.#hosts.set(host, fresh);
    return fresh;
  }

  /** A copy, hosts in alphabetical order. */
  stats(): ClientStats {
    const hosts: Record<string, HostStats> = {};
    const sum = { requests: 0, bytes: 0, retries: 0, waitedMs: 0 };
    for (const [host, account] of [...this.#hosts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const { requests, bytes, retries, closed } = account;
      const waitedMs = Math.round(account.waitedMs);
      hosts[host] = { requests, bytes, retries, waitedMs, closed };
      sum.requests += requests;
      sum.bytes += bytes;
      sum.retries += retries;
      sum.waitedMs += waitedMs;
    }
    return { ...sum, hosts };
  }
}
