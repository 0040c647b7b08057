import type { ClientRun } from './client-run.ts';
import { exchange, type Exchanged, type Hop } from './exchange.ts';
import { ARXIV_GATE, isArxivHost } from './gates.ts';
import { HttpFailure } from './http-failure.ts';
import { isRedirect } from './judge.ts';
import { nextHop, parseTarget } from './next-hop.ts';
import { Patience, type Plan } from './patience.ts';
import {
  triesOf,
  withDefaults,
  type Outgoing,
  type RequestOptions,
  type Wanted,
} from './request-options.ts';

/** A document or a 304, and where it came from. */
export type Arrived = Exchanged & { url: string };

interface Errand {
  run: ClientRun;
  start: URL;
  outgoing: Outgoing;
  wanted: Wanted;
  asText: boolean;
  patience: Patience;
}

/** One request with its redirects, tried as often as patience allows. Throws an `HttpFailure`. */
export async function performRequest(
  run: ClientRun,
  address: string,
  outgoing: Outgoing,
  asked: RequestOptions,
  asText: boolean,
): Promise<Arrived> {
  const start = parseTarget(outgoing.method, address);
  const wanted = withDefaults(asked);
  const patience = new Patience(triesOf(wanted.retry), run.io.random);
  const errand = { run, start, outgoing, wanted, asText, patience };
  for (;;) {
    patience.begin();
    try {
      return await follow(errand);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      const { plan } = patience;
      if (!plan.again) throw error.after(patience.tried);
      const isArxiv = wanted.gate === ARXIV_GATE || isArxivHost(start);
      const message = waitMessage(isArxiv ? 'arXiv' : start.host, error, plan);
      // arXiv is waited for in minutes; of many other hosts a line each would bury what matters
      run.io.log[isArxiv ? 'info' : 'debug'](message, { url: error.url });
    }
  }
}

/** From the first address to the document. */
async function follow(errand: Errand): Promise<Arrived> {
  const { run, start, outgoing, wanted } = errand;
  let hop: Hop = {
    url: start,
    guarded: wanted.publicOnly === true && !run.allowed(start),
    sameOrigin: true,
  };
  for (let followed = 0; ; followed += 1) {
    const answer = await visit(errand, hop);
    if (!isRedirect(answer.status)) return { ...answer, url: hop.url.href };
    hop = nextHop(outgoing.method, hop, answer, followed < wanted.redirects, run.allowed);
  }
}

/** One hop, in its turn, on the account of its host. */
function visit(
  { run, start, outgoing, wanted, asText, patience }: Errand,
  hop: Hop,
): Promise<Exchanged> {
  const { url } = hop;
  const account = run.ledger.of(url.host);
  const gate = run.gates.of(url, url.host === start.host ? wanted.gate : undefined);
  return gate.run(
    () => {
      // Asked here and not before: the host may have been left while this request stood in line.
      if (account.closed !== null) throw notAsked(outgoing.method, url, account.closed);
      account.requests += 1;
      if (patience.tried > 1) account.retries += 1;
      run.io.log.debug(`${outgoing.method} ${url.href}`, { try: patience.tried });
      return exchange(hop, outgoing, wanted, asText, run);
    },
    (error) =>
      error instanceof HttpFailure ? patience.judge(error, account, run.gates.paceOf(url)) : 0,
    (ms) => void (account.waitedMs += ms),
  );
}

function notAsked(method: string, url: URL, why: string): HttpFailure {
  return new HttpFailure({
    method,
    url: url.href,
    kind: 'budget',
    what: `not asked (${why})`,
    again: 'never',
  });
}

function waitMessage(who: string, failure: HttpFailure, plan: Plan & { again: true }): string {
  const did = failure.kind === 'throttled' ? 'asked to wait' : 'gave no usable answer';
  const seconds = Math.round(plan.waitMs / 100) / 10;
  return `${who} ${did} (${failure.what}), next try in ${seconds} s, try ${plan.try} of ${plan.tries}`;
}
