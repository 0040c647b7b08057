import { realEffects, type ClientEffects } from './client-effects.ts';
import { exchange, type Exchanged, type Hop } from './exchange.ts';
import { ARXIV_GATE, ARXIV_INTERVAL_MS, Gates, isArxivHost } from './gates.ts';
import { HostLedger, type ClientStats } from './host-ledger.ts';
import { HttpFailure } from './http-failure.ts';
import { isRedirect } from './judge.ts';
import { nextHop, parseTarget } from './next-hop.ts';
import { Patience } from './patience.ts';
import {
  triesOf,
  withDefaults,
  type HttpResponse,
  type Outgoing,
  type RequestOptions,
} from './request-options.ts';

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

type Arrived = Exchanged & { url: string };

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
  const { minIntervalMs = ARXIV_INTERVAL_MS, intervals = {}, allowHosts = [] } = options;
  const gates = new Gates({ minIntervalMs, intervals }, io);
  const ledger = new HostLedger();
  const allowed = (url: URL) => allowHosts.includes(url.host) || allowHosts.includes(url.hostname);
  const context = {
    ...io,
    userAgent: options.userAgent,
    countBytes: (host: string, bytes: number) => void (ledger.of(host).bytes += bytes),
  };

  async function request(
    address: string,
    outgoing: Outgoing,
    asked: RequestOptions,
    asText: boolean,
  ): Promise<Arrived> {
    const wanted = withDefaults(asked);
    const start = parseTarget(outgoing.method, address);
    const patience = new Patience(triesOf(wanted.retry), io.random);

    /** One hop in its turn. */
    const visit = (hop: Hop): Promise<Exchanged> => {
      const { url } = hop;
      const account = ledger.of(url.host);
      const gate = gates.of(url, url.host === start.host ? wanted.gate : undefined);
      return gate.run(
        () => {
          if (account.closed !== null) throw leftAlone(outgoing.method, url, account.closed);
          account.requests += 1;
          if (patience.tried > 1) account.retries += 1;
          io.log.debug(`${outgoing.method} ${url.href}`, { try: patience.tried });
          return exchange(hop, outgoing, wanted, asText, context);
        },
        (error) =>
          error instanceof HttpFailure ? patience.judge(error, account, gates.paceOf(url)) : 0,
        (ms) => void (account.waitedMs += ms),
      );
    };

    /** From the first address to the document. */
    const follow = async (): Promise<Arrived> => {
      let hop: Hop = {
        url: start,
        guarded: wanted.publicOnly === true && !allowed(start),
        sameOrigin: true,
      };
      for (let followed = 0; ; followed += 1) {
        const answer = await visit(hop);
        if (!isRedirect(answer.status)) return { ...answer, url: hop.url.href };
        hop = nextHop(outgoing.method, hop, answer, followed < wanted.redirects, allowed);
      }
    };

    for (;;) {
      patience.begin();
      try {
        return await follow();
      } catch (error) {
        if (!(error instanceof HttpFailure)) throw error;
        const { plan } = patience;
        if (!plan.again) throw error.after(patience.tried);
        const who = wanted.gate === ARXIV_GATE || isArxivHost(start) ? 'arXiv' : start.host;
        io.log.info(waitMessage(who, error, plan), { url: error.url });
      }
    }
  }

  return {
    async get(url, asked) {
      const answer = await request(url, GET, asked, true);
      return responseOf(answer, answer.text);
    },
    async getBytes(url, asked) {
      const answer = await request(url, GET, asked, false);
      return responseOf(answer, answer.bytes);
    },
    async postJson(url, value, asked) {
      const headers = { 'content-type': 'application/json' };
      const answer = await request(
        url,
        { method: 'POST', body: JSON.stringify(value), headers },
        asked,
        true,
      );
      return responseOf(answer, answer.text);
    },
    stats: () => ledger.stats(),
  };
}

function responseOf<Body>({ status, headers, url }: Arrived, body: Body): HttpResponse<Body> {
  return { status, headers, body, url, notModified: status === 304 };
}

function leftAlone(method: string, url: URL, why: string): HttpFailure {
  return new HttpFailure({
    method,
    url: url.href,
    kind: 'budget',
    what: `not asked (${why})`,
    again: 'never',
  });
}

function waitMessage(
  who: string,
  failure: HttpFailure,
  plan: { waitMs: number; try: number; tries: number },
): string {
  const did = failure.kind === 'throttled' ? 'asked to wait' : 'gave no usable answer';
  const seconds = Math.round(plan.waitMs / 100) / 10;
  return `${who} ${did} (${failure.what}), next try in ${seconds} s, try ${plan.try} of ${plan.tries}`;
}
