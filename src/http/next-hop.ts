import type { Exchanged, Hop } from './exchange.ts';
import { HttpFailure } from './http-failure.ts';

/** An address to ask → the hop's URL. Throws an `HttpFailure` of kind `bad-request` for anything but http(s). */
export function parseTarget(method: string, address: string): URL {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
    url.hash = '';
    return url;
  }
  throw new HttpFailure({
    method,
    url: address,
    kind: 'bad-request',
    what: 'not an http(s) address',
    again: 'never',
  });
}

/**
 * Where a redirect leads. To another host it may lead only by https and only on the public internet, whatever the first
 * address was allowed; hosts in `allowed` are exempt.
 *
 * Throws an `HttpFailure` of kind `redirect` when there may be no `more`, for a missing, unreadable or non-http target and from https to http.
 */
export function nextHop(
  method: string,
  from: Hop,
  answer: Exchanged,
  more: boolean,
  allowed: (url: URL) => boolean,
): Hop {
  const location = answer.headers['location'] ?? '';
  const fail = (what: string) =>
    new HttpFailure({
      method,
      url: from.url.href,
      kind: 'redirect',
      what: `${answer.status} ${what}`,
      again: 'never',
      status: answer.status,
    });
  if (method !== 'GET') throw fail('redirects a request that is not a GET');
  if (!more) throw fail('once more: too many redirects');
  if (location === '') throw fail('without a target');
  const url = URL.parse(location, from.url.href);
  if (!url || !/^https?:$/.test(url.protocol)) throw fail(`to "${location.slice(0, 200)}"`);
  if (url.username !== '' || url.password !== '') throw fail('to an address with a password');
  if (from.url.protocol === 'https:' && url.protocol === 'http:')
    throw fail(`from https to ${url.href}`);
  url.hash = '';
  const elsewhere = url.host !== from.url.host;
  return {
    url,
    guarded: (from.guarded || elsewhere) && !allowed(url),
    sameOrigin: from.sameOrigin && url.origin === from.url.origin,
  };
}
