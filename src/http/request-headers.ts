import type { Outgoing, RequestOptions } from './request-options.ts';

/** The headers of a request. `sameOrigin` is false after a redirect elsewhere: the caller's own headers stay behind. */
export function requestHeaders(
  userAgent: string,
  outgoing: Outgoing,
  options: RequestOptions,
  sameOrigin: boolean,
): Record<string, string> {
  const { etag, lastModified } = options.conditional ?? {};
  return {
    'user-agent': userAgent,
    accept: options.accept,
    'accept-encoding': 'gzip',
    ...outgoing.headers,
    ...(isFieldValue(etag) ? { 'if-none-match': etag } : {}),
    ...(isFieldValue(lastModified) ? { 'if-modified-since': lastModified } : {}),
    ...(sameOrigin ? options.headers : {}),
  };
}

// What an earlier answer gave us is outside text: without a usable mark the document is simply fetched whole.
function isFieldValue(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^[\x21-\x7e][\x20-\x7e]*$/.test(text);
}
