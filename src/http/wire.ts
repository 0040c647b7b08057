import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';

export interface WireRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  lookup: LookupFunction;
  /** Connect straight, never through a proxy: a proxy would resolve the name out of our sight. */
  direct: boolean;
  /** Ends the request and the reading of its body. */
  signal: AbortSignal;
}

export interface WireAnswer {
  status: number;
  statusText: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The bytes as they come, still compressed. Iterating throws when the answer is cut short. */
  body: AsyncIterable<Uint8Array> & { destroy(): unknown };
  /** What went wrong on the connection after the answer began, such as bytes beyond the declared length. */
  fault: () => Error | null;
}

export type Send = (request: WireRequest) => Promise<WireAnswer>;

/** No connection within this time is no connection: an offline machine must not wait for whole deadlines. */
const CONNECT_MS = 15_000;

/**
 * One request over the wire. Node's own http client and not `fetch`, because `fetch` (1) accepts a compressed body that
 * is cut short, (2) gives no hold on the address it connects to without a dispatcher of a separately installed undici.
 * One connection a request: at one request in three seconds a kept connection saves nothing and may be stale.
 */
export const send: Send = ({ method, url, headers, body, lookup, direct, signal }) =>
  new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const options = { method, lookup, signal, headers: { ...headers, connection: 'close' } };
    // Without `agent` the global one serves, which goes through HTTPS_PROXY where NODE_USE_ENV_PROXY=1 asks for it.
    const outgoing = request(url, direct ? { ...options, agent: false } : options);
    let fault: Error | null = null;
    outgoing.once('response', (incoming) => resolve(answerOf(incoming, () => fault)));
    outgoing.on('error', (error) => {
      fault = error;
      reject(error);
    });
    outgoing.once('socket', (socket) => {
      const late = () =>
        outgoing.destroy(
          Object.assign(new Error(`no connection in ${CONNECT_MS / 1000} s`), {
            code: 'ETIMEDOUT',
          }),
        );
      const timer = setTimeout(late, CONNECT_MS);
      const stop = () => clearTimeout(timer);
      socket
        .once(url.protocol === 'https:' ? 'secureConnect' : 'connect', stop)
        .once('close', stop);
    });
    outgoing.end(body ?? undefined);
  });

function answerOf(incoming: IncomingMessage, fault: () => Error | null): WireAnswer {
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return {
    status: incoming.statusCode ?? 0,
    statusText: incoming.statusMessage ?? '',
    headers: Object.fromEntries(headers),
    body: incoming,
    fault,
  };
}
