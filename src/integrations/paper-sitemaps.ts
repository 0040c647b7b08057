import type { Archive } from '../query/archive.ts';
import type { EmitGroup } from './emit/groups.ts';
import type { SiteAddress } from './site-address.ts';
import { digest } from '../query/digest.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { paperUrl } from '../render/urls.ts';

/** Name of the sitemap of the papers announced in a month. At the root: a sitemap speaks for its own folder only. */
const fileOf = (month: string): string => `sitemap-papers-${month}.xml`;

/** Addresses of all paper sitemaps, for the sitemap index. */
export function paperSitemapUrls(archive: Archive, { site, base }: SiteAddress): string[] {
  return archive
    .months()
    .filter(({ month, total }) => total > 0 && archive.formOf(month) === 'full')
    .map(({ month }) => `${site}${base}${fileOf(month)}`);
}

/**
 * One sitemap a month of announcement: a closed month's file only changes with its papers. `lastmod` is the day on which
 * the paper, or its newest replacement, was announced.
 */
export function paperSitemapGroups(archive: Archive, { site, base }: SiteAddress): EmitGroup[] {
  return monthsOf(archive).map(([month, days]) => {
    const key = digest(...days.flatMap(({ date, key }) => [date, key]));
    return {
      name: `sitemaps/papers-${month}`,
      folder: null,
      key,
      files: () => [
        {
          path: fileOf(month),
          key,
          render: () =>
            sitemap(
              days
                .flatMap(({ date }) => archive.modifiedOf(date))
                .map(({ id, modified }) => ({ url: `${site}${paperUrl(base, id)}`, modified })),
            ),
        },
      ],
    };
  });
}

function monthsOf(archive: Archive): [string, { date: string; key: string }[]][] {
  const days = archive.paperDays().filter(({ date }) => archive.formOf(date) === 'full');
  return [...Map.groupBy(days, ({ date }) => date.slice(0, 7))];
}

/** https://www.sitemaps.org/protocol.html */
function sitemap(pages: { url: string; modified: string }[]): string {
  const urls = pages.map(
    ({ url, modified }) =>
      `<url><loc>${escapeHtml(url)}</loc><lastmod>${modified}</lastmod></url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
