import { safeUrl } from '../../text/safe-url.ts';

// What says where a reader came from and not what is read.
const TRACKING =
  /^(?:utm_|mc_|fbclid$|gclid$|ref$|ref_src$|spm$|from$|share_|cmpid$|source$|feature$|f$|rss$)/i;

/**
 * The one address of a page that different feeds link to in different dress: without fragment and tracking parameters,
 * parameters in order, `https`, no `www.` and no slash at the end. `null` for what is no address of a page.
 *
 * In: an absolute address, or a relative one with `base`.
 */
export function canonicalLink(link: string, base?: string): string | null {
  const url = cleanLink(link, base);
  if (url === null) return null;
  const { hostname, port, pathname, searchParams } = new URL(url);
  searchParams.sort();
  const query = searchParams.size > 0 ? `?${searchParams.toString()}` : '';
  const host = hostname.replace(/^www\./, '') + (port === '' ? '' : `:${port}`);
  return `https://${host}${pathname.replace(/\/+$/, '')}${query}`;
}

/** A link as it is shown and followed: safe, and without tracking parameters. */
export function cleanLink(link: string, base?: string): string | null {
  const safe = safeUrl(link, base);
  if (safe === null) return null;
  const url = new URL(safe);
  url.hash = '';
  for (const name of new Set(url.searchParams.keys())) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url.href.replace(/'/g, '%27');
}
