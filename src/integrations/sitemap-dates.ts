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
  const days = archive.paperDays();
  const newest = days[0]?.date;
  return (item) => {
    const path = item.url.slice(`${site}${base}`.length);
    const span = /(\d{4}-\d{2}(?:-\d{2})?)\/$/.exec(path)?.[1];
    const lastmod = span === undefined ? newest : newestIn(days, span);
    return lastmod === undefined ? item : { ...item, lastmod };
  };
}

function newestIn(days: { date: string; modified: string }[], span: string): string | undefined {
  let newest: string | undefined;
  for (const { date, modified } of days) {
    if (date.startsWith(span) && (newest === undefined || modified > newest)) newest = modified;
  }
  return newest;
}
