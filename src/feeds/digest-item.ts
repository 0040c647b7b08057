import type { DayView } from '../query/views.ts';
import { dayUrl, paperUrl } from '../render/urls.ts';
import type { FeedItem } from './feed-model.ts';
import { nameUuid } from './name-uuid.ts';
import { announcementInstant, type ItemContext } from './paper-item.ts';
import { readableText } from './readable-text.ts';

/** An announcement day as one item: how many papers per topic, and every title. */
export function digestItem(
  { date, papers, updated, topicCounts }: DayView,
  { address, config }: ItemContext,
): FeedItem {
  const names = new Map(config.topics.map(({ id, name }) => [id, name.en]));
  const crossed = papers.filter(({ lane }) => lane === 'cross').length;
  const counts = [
    `${papers.length - crossed} new`,
    ...(crossed > 0 ? [`${crossed} cross-listed`] : []),
    ...(updated.length > 0 ? [`${updated.length} updated`] : []),
  ];
  return {
    id: nameUuid(`${config.site.title.en}/digest/${date}`),
    title: `${date}: ${counts.join(', ')}`,
    url: `${address.site}${dayUrl(address.base, date)}`,
    published: announcementInstant(date),
    authors: [],
    categories: topicCounts.map(({ topic }) => ({ term: topic, label: names.get(topic) ?? topic })),
    summary:
      topicCounts.length === 0
        ? []
        : [
            topicCounts
              .map(({ topic, count }) => `${names.get(topic) ?? topic} ${count}`)
              .join(' · '),
          ],
    list: papers.map(({ paper }) => ({
      title: readableText(paper.title),
      url: `${address.site}${paperUrl(address.base, paper.id)}`,
    })),
  };
}
