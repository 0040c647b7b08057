import { TTL_MINUTES, type FeedItem, type FeedModel } from './feed-model.ts';
import { itemHtml } from './item-html.ts';
import { once } from '../query/once.ts';
import { element, withItems, xmlDocument } from './xml-element.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with one `dc:creator` an author. */
export function writeRss(feed: FeedModel): Buffer {
  const { updated } = feed;
  const self = { href: feed.self.rss, rel: 'self', type: 'application/rss+xml' };
  const channel = element('channel', {}, [
    element('title', {}, feed.title),
    element('link', {}, feed.home),
    element('description', {}, feed.description),
    element('language', {}, feed.language === 'zh' ? 'zh-cn' : 'en'),
    updated !== null && element('lastBuildDate', {}, rfc822(updated)),
    element('docs', {}, 'https://www.rssboard.org/rss-specification'),
    element('ttl', {}, String(TTL_MINUTES)),
    element('atom:link', self),
    feed.hub !== undefined && element('atom:link', { href: feed.hub, rel: 'hub' }),
  ]);
  const frame = xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, [channel]));
  return withItems(frame, '\n</channel>\n</rss>\n', feed.items.map(rssItem));
}

const rssItem = once((item: FeedItem): Buffer => {
  // A description is HTML: what a reader takes out of the XML is markup to it, so that text is escaped twice.
  const description = itemHtml(item);
  return element('item', {}, [
    element('title', {}, item.title),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, rfc822(item.published)),
    description !== '' && element('description', {}, description),
    ...item.authors.map((name) => element('dc:creator', {}, name)),
    ...item.categories.map(({ label }) => element('category', {}, label)),
  ]).bytes();
});

/** RFC 822 with a year of four digits, as RSS asks for: `Tue, 24 Nov 2026 00:00:00 GMT`. */
function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
