import { realEffects, type ClientEffects } from './client-effects.ts';
import type { ClientRun } from './client-run.ts';
import { ARXIV_INTERVAL_MS, Gates } from './gates.ts';
import { HostLedger, type ClientStats } from './host-ledger.ts';
import { performRequest, type Arrived } from './perform-request.ts';
import type { HttpResponse, Outgoing, RequestOptions } from './request-options.ts';

export interface ClientOptions {
  /** The project's name, version and a contact address: `EmbodiedPulse/1.0 (+https://…)`. */
  userAgent: string;
  /** Between the starts of two requests to arXiv; every back-off and the budget scale with it. Default 3000. */
  minIntervalMs?: number;
  /** The same for the other gates by name (a host, unless the caller names it otherwise). Default 0. */
  intervals?: Readonly<Record<string, number>>;
  /** `host` or `host:port` that may be plain http and on a private network: mirrors, and servers of tests. */
  allowHosts?: readonly string[];
}

export interface Client {
  /** Text of a document. Throws an `HttpFailure`. */
  get(url: string, options: RequestOptions): Promise<HttpResponse>;
  /** The same as bytes; `expect` and `complaint` are not applied. Throws an `HttpFailure`. */
  getBytes(url: string, options: RequestOptions): Promise<HttpResponse<Uint8Array>>;
  /** Sends a value as JSON. Redirects are failures. Throws an `HttpFailure`. */
  postJson(url: string, value: unknown, options: RequestOptions): Promise<HttpResponse>;
  /** What this run has asked of whom so far. */
  stats(): ClientStats;
}

const GET: Outgoing = { method: 'GET', body: null, headers: {} };

/**
 * The one polite client. One connection at a time per gate, a minimum between request starts, patience with whoever
 * throttles, and no second word to whoever refuses: such a host is left for the rest of the run.
 */
export function createClient(options: ClientOptions, effects: Partial<ClientEffects> = {}): Client {
  if (!/^[\x21-\x7e][\x20-\x7e]*$/.test(options.userAgent)) {
    throw new TypeError(
      'userAgent: expected the name, version and contact address of the project, in ASCII',
    );
  }
  const io: ClientEffects = { ...realEffects(), ...effects };
  const { userAgent, minIntervalMs = ARXIV_INTERVAL_MS, intervals = {}, allowHosts = [] } = options;
  const run: ClientRun = {
    userAgent,
    io,
    gates: new Gates({ minIntervalMs, intervals }, io),
    ledger: new HostLedger(),
    allowed: (url) => allowHosts.includes(url.host) || allowHosts.includes(url.hostname),
  };
  return {
    async get(url, asked) {
      const answer = await performRequest(run, url, GET, asked, true);
      return responseOf(answer, answer.text);
    },
    async getBytes(url, asked) {
      const answer = await performRequest(run, url, GET, asked, false);
      return responseOf(answer, answer.bytes);
    },
    async postJson(url, value, asked) {
      const headers = { 'content-type': 'application/json' };
      const outgoing: Outgoing = { method: 'POST', body: JSON.stringify(value), headers };
      const answer = await performRequest(run, url, outgoing, asked, true);
      return responseOf(answer, answer.text);
    },
    stats: () => run.ledger.stats(),
  };
}

function responseOf<Body>({ status, headers, url }: Arrived, body: Body): HttpResponse<Body> {
  return { status, headers, body, url, notModified: status === 304 };
}
