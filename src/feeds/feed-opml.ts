import { feedAddresses, type FeedSource } from './feed-source.ts';
import type { FeedAddress } from './paper-item.ts';
import { writeOpml } from './write-opml.ts';

/** The headings under which feeds are listed, in order. */
export const FEED_GROUPS: Readonly<Record<FeedSource['group'], { en: string; zh: string }>> = {
  papers: { en: 'Papers', zh: '论文' },
  topics: { en: 'Topics', zh: '主题' },
  layers: { en: 'Layers', zh: '层级' },
  sections: { en: 'Sections', zh: '栏目' },
};

/** Every feed, in RSS, under its heading. */
export function feedOpml(
  sources: readonly FeedSource[],
  address: FeedAddress,
  siteName: string,
): string {
  const groups = Object.entries(FEED_GROUPS).map(([group, title]) => ({
    title: title.en,
    feeds: sources
      .filter((source) => source.group === group)
      .map(({ name, title: { en }, page }) => ({
        title: `${en} · ${siteName}`,
        rss: feedAddresses(name, address).rss,
        home: `${address.site}${address.base}${page}`,
      })),
  }));
  return writeOpml(
    siteName,
    groups.filter(({ feeds }) => feeds.length > 0),
  );
}
