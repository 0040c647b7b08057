import { PrivateAddressError, refusePrivateLiteral, socketLookup } from './address-guard.ts';
import type { ClientRun } from './client-run.ts';
import { connectionFailure } from './connection-failure.ts';
import { decodeBody } from './decode-body.ts';
import { HttpFailure } from './http-failure.ts';
import { contentFailure, isRedirect, REFUSAL_BYTES, refusal, statusFailure } from './judge.ts';
import { readBody } from './read-body.ts';
import { requestHeaders } from './request-headers.ts';
import type { Outgoing, Wanted } from './request-options.ts';
import type { WireAnswer } from './wire.ts';

export interface Hop {
  url: URL;
  /** Hold the host to https and to public addresses. */
  guarded: boolean;
  /** Whether the caller's own headers go along. */
  sameOrigin: boolean;
}

/** A hop that ended well: a document, a 304 or a redirect. */
export interface Exchanged {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  /** Decoded when the caller wants text. */
  text: string;
}

/** One request and its whole answer, judged. Throws an `HttpFailure` for everything that may not be used. */
export async function exchange(
  hop: Hop,
  outgoing: Outgoing,
  wanted: Wanted,
  asText: boolean,
  { userAgent, io, ledger }: ClientRun,
): Promise<Exchanged> {
  const { method } = outgoing;
  const url = hop.url.href;
  if (hop.guarded) refuseUnsafe(method, hop.url);
  const signal = AbortSignal.timeout(wanted.deadlineMs);
  try {
    const headers = requestHeaders(userAgent, outgoing, wanted, hop.sameOrigin);
    const answer = await io.send({
      method,
      url: hop.url,
      headers,
      body: outgoing.body,
      lookup: socketLookup(io.lookup, hop.guarded),
      direct: hop.guarded,
      signal,
    });
    const count = (bytes: number) => void (ledger.of(hop.url.host).bytes += bytes);
    if (statusFailure(answer.status)) {
      const explanation = await explanationOf(answer, signal, count);
      throw refusal(method, url, answer, explanation, io.now()) ?? new Error('unreachable');
    }
    if (isRedirect(answer.status) || answer.status === 304) {
      answer.body.destroy();
      const conditional = 'if-none-match' in headers || 'if-modified-since' in headers;
      if (answer.status === 304 && !conditional) throw unaskedNotModified(method, url);
      return { status: answer.status, headers: answer.headers, bytes: Buffer.alloc(0), text: '' };
    }
    const bytes = await readBody(answer, wanted.maxBytes, signal, count);
    const surplus = answer.fault();
    if (surplus) throw surplus;
    const contentType = answer.headers['content-type'] ?? '';
    const text = asText ? decodeBody(bytes, contentType) : '';
    const failure = asText
      ? contentFailure(method, url, answer.status, contentType, text, wanted)
      : null;
    if (failure) throw failure;
    return { status: answer.status, headers: answer.headers, bytes, text };
  } catch (error) {
    throw connectionFailure(method, url, error, wanted.deadlineMs, signal.aborted);
  }
}

function unaskedNotModified(method: string, url: string): HttpFailure {
  const what = '304 Not Modified to a request without conditions';
  return new HttpFailure({ method, url, kind: 'bad-type', what, again: 'never', status: 304 });
}

function refuseUnsafe(method: string, url: URL): void {
  const facts = { method, url: url.href, again: 'never' as const };
  if (url.protocol !== 'https:')
    throw new HttpFailure({ ...facts, kind: 'insecure', what: 'not an https address' });
  try {
    refusePrivateLiteral(url.hostname);
  } catch (cause) {
    if (!(cause instanceof PrivateAddressError)) throw cause;
    throw new HttpFailure({ ...facts, kind: 'private-address', what: cause.message, cause });
  }
}

/** What the server says about its refusal. That it cannot be read does not matter: the status has been given. */
async function explanationOf(
  answer: WireAnswer,
  signal: AbortSignal,
  count: (bytes: number) => void,
): Promise<string> {
  try {
    const bytes = await readBody(answer, REFUSAL_BYTES, signal, count);
    return bytes.toString('utf8');
  } catch {
    return '';
  }
}
