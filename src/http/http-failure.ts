/** Why a request gave nothing that may be used. */
export type HttpFailureKind =
  | 'throttled' // 406, 429, 503, other 5xx, "Rate exceeded."
  | 'refused' // 401, 403, 451
  | 'not-found' // 404, 410
  | 'bad-request' // other 4xx
  | 'timeout' // no complete answer within the deadline
  | 'network' // no connection, reset, answer cut short
  | 'too-large'
  | 'bad-type' // content type or form not what was asked for
  | 'bad-encoding' // content coding or charset unknown or broken
  | 'budget' // this host is left for the run
  | 'redirect' // too many, without target, or to where none may lead
  | 'insecure' // not https where https is demanded
  | 'private-address';

/** `backoff`: the server may recover; `brief`: the connection may; `never`: the answer would be the same. */
export type Again = 'backoff' | 'brief' | 'never';

export interface HttpFailureFacts {
  method: string;
  url: string;
  kind: HttpFailureKind;
  /** What happened: `503 Service Unavailable`, `connection reset`. */
  what: string;
  again: Again;
  status?: number;
  /** The first part of the answer, when there was one: servers explain themselves there. */
  body?: string;
  /** What the server asked to wait, in ms. */
  retryAfterMs?: number;
  cause?: unknown;
}

const REMEDIES: Record<HttpFailureKind, string> = {
  throttled: 'the server asks for patience; what is missing is fetched by the next run',
  refused:
    "the server refuses this client: no further request in this run; see the source's terms and any token set",
  'not-found': 'check the address in config.yaml',
  'bad-request':
    'the server does not accept this request: check the address and the query in config.yaml',
  timeout: 'the server is too slow or the network is; what is missing is fetched by the next run',
  network: 'check the network and the address; what is missing is fetched by the next run',
  'too-large': 'the answer is refused whole; check that the address is the right one',
  'bad-type':
    'the answer is not used; check that the address is that of the source and not of a web page',
  'bad-encoding': 'the answer is not used; tell the owner of the source',
  budget:
    'this host is left alone for the rest of the run; what is missing is fetched by the next run',
  redirect: "put the source's present address into config.yaml",
  insecure: 'use the https address of the source in config.yaml',
  'private-address':
    'sources must be on the public internet; behind a proxy that gives out such addresses, exempt the host',
};

/**
 * A request that gave nothing usable. `message` is ready to be printed:
 * `[GET] "https://…": 503 Service Unavailable, 5 tries — what to do`.
 */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: HttpFailureKind;
  readonly method: string;
  readonly url: string;
  readonly what: string;
  readonly again: Again;
  readonly status: number | null;
  readonly body: string;
  readonly retryAfterMs: number | null;
  /** How many times it was tried. */
  readonly tries: number;

  constructor(facts: HttpFailureFacts, tries = 1) {
    const count = tries > 1 ? `, ${tries} tries` : '';
    super(`[${facts.method}] "${facts.url}": ${facts.what}${count} — ${REMEDIES[facts.kind]}`, {
      cause: facts.cause,
    });
    this.kind = facts.kind;
    this.method = facts.method;
    this.url = facts.url;
    this.what = facts.what;
    this.again = facts.again;
    this.status = facts.status ?? null;
    this.body = facts.body ?? '';
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.tries = tries;
  }

  /** The same failure after so many tries. */
  after(tries: number): HttpFailure {
    const { method, url, kind, what, again, body, cause } = this;
    const status = this.status === null ? {} : { status: this.status };
    const wait = this.retryAfterMs === null ? {} : { retryAfterMs: this.retryAfterMs };
    return new HttpFailure(
      { method, url, kind, what, again, body, cause, ...status, ...wait },
      tries,
    );
  }
}
