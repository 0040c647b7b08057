import { getRssString } from '@astrojs/rss';
import type { LocalName } from '../config/config.ts';
import type { Archive } from '../query/archive.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { paperItem, type FeedAddress } from './paper-item.ts';

/**
 * The newest papers as RSS 2.0, of the whole site or of one topic: whole announcement days, as many as `feeds` of config
 * asks for. The same archive gives the same bytes.
 * @param path the feed's own path below the base: `rss.xml`
 */
export async function paperFeed(
  archive: Archive,
  address: FeedAddress,
  path: string,
  topicId?: string,
): Promise<string> {
  const { config } = archive;
  const names = new Map<string, LocalName>(config.topics.map(({ id, name }) => [id, name]));
  const home = `${address.site}${address.base}`;
  const title = config.site.title.en;
  const topic = topicId === undefined ? undefined : names.get(topicId)?.en;
  const days = archive.newest(config.feeds, topicId);
  return getRssString({
    title: topic === undefined ? title : `${topic} · ${title}`,
    description: config.site.tagline?.en ?? title,
    site: topicId === undefined ? home : `${home}topics/${topicId}/`,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      '<language>en</language>',
      ...days.slice(0, 1).map(({ date }) => `<lastBuildDate>${rfc822(date)}</lastBuildDate>`),
      `<atom:link href="${escapeHtml(home + path)}" rel="self" type="application/rss+xml" />`,
    ].join(''),
    items: days
      .flatMap(({ papers }) => papers)
      .map((entry) => paperItem(entry, address, (id) => names.get(id)?.en ?? id)),
  });
}

function rfc822(date: string): string {
  return new Date(`${date}T00:00:00Z`).toUTCString();
}
