import type { RSSFeedItem } from '@astrojs/rss';
import type { RowEntry } from '../query/views.ts';
import { paperUrl } from '../render/urls.ts';
import { texText } from '../render/tex-text.ts';
import { escapeHtml } from '../text/escape-html.ts';

/** Where the site is served; `base` has slashes at both ends. */
export interface FeedAddress {
  site: string;
  base: string;
}

/**
 * A paper as an item of an RSS feed. Its id is arXiv's own and not our address, so that a reader's marks outlive a move
 * of the site. Its date is that of the announcement: 20:00 US Eastern on the evening before is midnight UTC.
 * @param topicName names of topics, for the item's categories
 */
export function paperItem(
  { paper, topics }: RowEntry,
  { site, base }: FeedAddress,
  topicName: (id: string) => string,
): RSSFeedItem {
  return {
    title: plainTitle(paper.title),
    link: `${site}${paperUrl(base, paper.id)}`,
    pubDate: new Date(`${paper.announced}T00:00:00Z`),
    ...(paper.abstract === null ? {} : { description: `<p>${escapeHtml(paper.abstract)}</p>` }),
    categories: [...topics.map(({ topic }) => topicName(topic)), ...paper.categories],
    customData: [
      `<guid isPermaLink="false">oai:arXiv.org:${paper.id}</guid>`,
      ...paper.authors.map(({ name }) => `<dc:creator>${escapeHtml(name)}</dc:creator>`),
    ].join(''),
  };
}

/** Titles are plain text in a feed: styling commands of TeX go, formulas stay as their source. */
function plainTitle(title: string): string {
  return texText(title, 0, title.length)
    .map(({ text }) => text)
    .join('');
}
