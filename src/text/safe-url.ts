import { isAddress, isPublicAddress } from './public-address.ts';

/** Longest address we keep: what common browsers and servers bear. */
const MAX_URL = 2048;

// Characters that the URL parser drops or rewrites silently, or that hide part of an address.
const DECEPTIVE =
  /[\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

/**
 * An outside link → a normalised `http:` or `https:` address, or `null` when it is anything else.
 *
 * In: an absolute address, or a relative one with `base` (an absolute http(s) address).
 * Refused: other schemes, user names and passwords, control and invisible characters, backslashes, hosts without a dot,
 * addresses of private networks, ports of 0, more than 2048 characters. Never throws.
 */
export function safeUrl(value: string, base?: string): string | null {
  const text = value.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, '');
  if (text === '' || text.length > MAX_URL || DECEPTIVE.test(text)) return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  // `https:host` and `https:///host` are read differently by different readers.
  if (hasScheme && !/^https?:\/\/[^/]/i.test(text)) return null;
  if (!hasScheme && (base === undefined || text.startsWith('///'))) return null;
  const url = URL.parse(text, base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '' || /^[^?#]*:\/\/[^/?#]*@/.test(text)) return null;
  if (url.port === '0' || !isSaneHost(url.hostname) || url.href.length > MAX_URL) return null;
  // Not percent-encoded by the URL standard everywhere, and a trap in attributes and CSV files.
  return url.href.replace(/'/g, '%27');
}

function isSaneHost(host: string): boolean {
  if (isAddress(host)) return isPublicAddress(host);
  const labels = host.replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) &&
    /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) &&
    !/^(?:local|localhost|internal|invalid|onion|arpa|lan)$/.test(last)
  );
}
