import type { FeedItem, FeedModel } from './feed-model.ts';
import { itemHtml } from './item-html.ts';
import { once } from '../query/once.ts';
import { feedText } from './xml-element.ts';

const COMMA = Buffer.from(',');

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): plain text throughout. */
export function writeJsonFeed(feed: FeedModel): Buffer {
  const about = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feedText(feed.title),
    description: feedText(feed.description),
    language: feed.language === 'zh' ? 'zh-CN' : 'en',
    home_page_url: feed.home,
    feed_url: feed.self.json,
    authors: [{ name: feedText(feed.site) }],
    ...(feed.hub !== undefined && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
  });
  const items = feed.items.flatMap((item, at) =>
    at === 0 ? jsonItem(item) : [COMMA, jsonItem(item)],
  );
  const before = Buffer.from(`${about.slice(0, -1)},"items":[`);
  return Buffer.concat([before, ...items, Buffer.from(']}\n')]);
}

const jsonItem = once((item: FeedItem): Buffer =>
  Buffer.from(
    JSON.stringify({
      id: item.id,
      url: item.url,
      ...(item.related === undefined ? {} : { external_url: item.related }),
      title: feedText(item.title),
      ...(item.list !== undefined && { content_html: itemHtml(item) }),
      // An item must have content; what is not known yet is an empty text.
      content_text: item.summary.map(feedText).join('\n\n'),
      date_published: item.published,
      ...(item.updated === undefined ? {} : { date_modified: item.updated }),
      ...(item.authors.length > 0 && {
        authors: item.authors.map((name) => ({ name: feedText(name) })),
      }),
      tags: item.categories.map(({ label }) => feedText(label)),
    }),
  ),
);
