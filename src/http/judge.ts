import { HttpFailure, type Again, type HttpFailureKind } from './http-failure.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Wanted } from './request-options.ts';
import type { WireAnswer } from './wire.ts';

/** How much of a refusal is kept for the message. */
export const REFUSAL_BYTES = 64 * 1024;

/** What a status means when it is not a success; `null` for success, 304 and redirects. */
export function statusFailure(status: number): { kind: HttpFailureKind; again: Again } | null {
  if (status >= 200 && status < 400 && status !== 206) return null;
  if (status === 401 || status === 403 || status === 451)
    return { kind: 'refused', again: 'never' };
  if (status === 404 || status === 410) return { kind: 'not-found', again: 'never' };
  // arXiv's edge gives 406 and 429 for the same cause, seconds apart; see docs on arXiv access.
  if (status === 406 || status === 408 || status === 425 || status === 429 || status >= 500) {
    return { kind: 'throttled', again: 'backoff' };
  }
  if (status >= 400) return { kind: 'bad-request', again: 'never' };
  return { kind: 'bad-type', again: 'never' };
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** The failure for a status that is not a success. `now`: milliseconds since the epoch. */
export function refusal(
  method: string,
  url: string,
  answer: WireAnswer,
  body: string,
  now: number,
): HttpFailure | null {
  const verdict = statusFailure(answer.status);
  if (!verdict) return null;
  const wait = retryAfterMs(answer.headers, now);
  return new HttpFailure({
    method,
    url,
    ...verdict,
    what: `${answer.status} ${answer.statusText}`.trim(),
    status: answer.status,
    body,
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}

/** What is wrong with a complete answer of status 200; `null` when it is what was asked for. */
export function contentFailure(
  method: string,
  url: string,
  status: number,
  contentType: string,
  body: string,
  wanted: Wanted,
): HttpFailure | null {
  const fail = (kind: HttpFailureKind, what: string) =>
    new HttpFailure({
      method,
      url,
      kind,
      what: `${status}, but ${what}`,
      again: 'backoff',
      status,
      body: body.slice(0, 2000),
    });
  if (/^\s*rate exceeded\b/i.test(body)) return fail('throttled', '"Rate exceeded."');
  const { expect } = wanted;
  if (expect) {
    if (!expect.test(contentType)) return fail('bad-type', `content type "${contentType}"`);
    if (body.trim() === '') return fail('bad-type', 'an empty body');
    // Error pages of proxies come under the type that was asked for, too.
    if (!expect.test('text/html') && isHtml(body)) return fail('bad-type', 'a web page');
  }
  const complaint = wanted.complaint?.(body) ?? null;
  return complaint === null ? null : fail('bad-type', complaint);
}

function isHtml(body: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype\s+html|<html)\b/i.test(
    body.slice(0, 4000),
  );
}
