/**
 * `Retry-After` (RFC 9110 §10.2.3) → milliseconds to wait, or `null` when it is absent, in the past or not readable.
 * A date counts from the server's own `Date`, so that a wrong clock on either side does no harm.
 *
 * @param now milliseconds since the epoch, used when the answer has no `Date`
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  now: number,
): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,12}$/.test(value)) return Number(value) * 1000 || null;
  if (!/^[A-Za-z]{3,9},? /.test(value)) return null;
  const until = Date.parse(value);
  const from = Date.parse(headers['date'] ?? '');
  const wait = until - (Number.isNaN(from) ? now : from);
  return wait > 0 ? wait : null;
}
