import type { SitemapItem } from '@astrojs/sitemap';
import type { Archive } from '../query/archive.ts';
import type { SiteAddress } from './site-address.ts';

/**
 * Gives each listing page in the sitemap the day on which the newest of its papers was announced. A page whose date
 * the archive does not know is listed without one.
 */
export function lastModified(
  archive: Archive,
  { site, base }: SiteAddress,
): (item: SitemapItem) => SitemapItem {
  let dates: Map<string, string> | undefined;
  return (item) => {
    dates ??= newestBySpan(archive);
    const path = item.url.slice(`${site}${base}`.length);
    const span = /(\d{4}-\d{2}(?:-\d{2})?)\/$/.exec(path)?.[1] ?? '';
    const lastmod = dates.get(span);
    return lastmod === undefined ? item : { ...item, lastmod };
  };
}

/** Of each day, each month, and of all (`''`): when the newest of its papers, or a replacement of one, was announced. */
function newestBySpan(archive: Archive): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { date, modified } of archive.paperDays()) {
    for (const span of ['', date.slice(0, 7), date]) {
      const known = newest.get(span);
      if (known === undefined || modified > known) newest.set(span, modified);
    }
  }
  return newest;
}
