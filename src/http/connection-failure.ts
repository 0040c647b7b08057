import { PrivateAddressError } from './address-guard.ts';
import { CharsetError } from './decode-body.ts';
import { HttpFailure, type Again, type HttpFailureKind } from './http-failure.ts';
import { BodyTooLargeError, UnknownCodingError } from './read-body.ts';

// No connection came about: nobody was bothered, and a short wait shows whether it was a hiccup.
const UNREACHABLE = new Set(
  'ENOTFOUND EAI_AGAIN ECONNREFUSED EHOSTUNREACH ENETUNREACH ENETDOWN ETIMEDOUT'.split(' '),
);
const CERTIFICATE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_|SELF_SIGNED|UNABLE_TO_|EPROTO)/;

/** Whatever went wrong between the request and its complete body → the failure with its kind. */
export function connectionFailure(
  method: string,
  url: string,
  error: unknown,
  deadlineMs: number,
  timedOut: boolean,
): HttpFailure {
  const fail = (kind: HttpFailureKind, what: string, again: Again) =>
    new HttpFailure({ method, url, kind, what, again, cause: error });
  if (error instanceof HttpFailure) return error;
  if (timedOut)
    return fail('timeout', `no complete answer within ${deadlineMs / 1000} s`, 'backoff');
  if (error instanceof PrivateAddressError) return fail('private-address', error.message, 'never');
  if (error instanceof BodyTooLargeError) return fail('too-large', error.message, 'never');
  if (error instanceof UnknownCodingError || error instanceof CharsetError) {
    return fail('bad-encoding', error.message, 'never');
  }
  const { code, message } = facts(error);
  if (code === 'Z_BUF_ERROR')
    return fail('network', 'the compressed answer was cut short', 'backoff');
  if (/^(?:Z_|ERR_BROTLI|ERR__?BROTLI|ERR_PADDING)/.test(code)) {
    return fail('bad-encoding', `the compressed answer is damaged (${message})`, 'backoff');
  }
  if (UNREACHABLE.has(code)) return fail('network', `cannot connect (${code})`, 'brief');
  if (CERTIFICATE.test(code)) return fail('network', `no secure connection (${message})`, 'never');
  if (code === 'ECONNRESET')
    return fail('network', `the connection was cut (${message})`, 'backoff');
  return fail('network', message, 'backoff');
}

function facts(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code, message: error.message || code || error.name };
}
