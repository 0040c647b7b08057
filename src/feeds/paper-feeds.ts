import type { Archive } from '../query/archive.ts';
import { digest } from '../query/digest.ts';
import type { DayView, RowEntry } from '../query/views.ts';
import { digestItem } from './digest-item.ts';
import type { FeedItem } from './feed-model.ts';
import type { FeedSource } from './feed-source.ts';
import { paperItem, replacementItem, type FeedAddress, type ItemContext } from './paper-item.ts';

/** A digest holds whole days with every title, so that fewer of them make a feed of the same size. */
const DIGEST_DAYS = 10;

/** The feeds of papers: everything, each topic, each layer, the updated ones, and the digest. */
export function paperFeeds(archive: Archive, address: FeedAddress): FeedSource[] {
  const context = { address, config: archive.config, known: new Map() };
  return [
    everything(archive, context),
    updated(archive, context),
    digests(archive, context),
    ...archive.config.topics.map((topic) => ofTopic(archive, context, topic)),
    ...archive.config.groups.map((group) => ofLayer(archive, context, group)),
  ];
}

function everything(archive: Archive, context: ItemContext): FeedSource {
  const { feeds, site } = archive.config;
  return {
    name: 'all',
    group: 'papers',
    title: { en: 'All papers', zh: '全部论文' },
    description: site.tagline?.en ?? 'Every new paper of the archive.',
    page: '',
    key: () => archive.cacheKey.newest(feeds),
    items: () => rowsOf(archive.newest(feeds), context),
  };
}

function ofTopic(
  archive: Archive,
  context: ItemContext,
  { id, name }: Archive['config']['topics'][number],
): FeedSource {
  const { feeds } = archive.config;
  return {
    name: `topics/${id}`,
    group: 'topics',
    title: name,
    description: `New papers on: ${name.en}.`,
    page: `topics/${id}/`,
    key: () => archive.cacheKey.newest(feeds, id),
    items: () => rowsOf(archive.newest(feeds, id), context),
  };
}

function ofLayer(
  archive: Archive,
  context: ItemContext,
  { id, name }: Archive['config']['groups'][number],
): FeedSource {
  const { feeds, topics } = archive.config;
  const ours = topics.filter(({ group }) => group === id).map((topic) => topic.id);
  return {
    name: `layers/${id}`,
    group: 'layers',
    title: name,
    description: `New papers on the topics of the layer ${name.en}.`,
    page: 'topics/',
    key: () => digest(...ours.map((topic) => archive.cacheKey.newest(feeds, topic))),
    items: () => {
      // Each topic reaches back as far as the layer must, or farther.
      const dates = ours.flatMap((topic) => archive.newest(feeds, topic).map(({ date }) => date));
      const days = [...new Set(dates)].toSorted().toReversed();
      return wholeDays(archive, days, ({ papers }) =>
        papers
          .filter(({ topics: found }) => found.some(({ topic }) => ours.includes(topic)))
          .map((entry) => paperItem(entry, context)),
      );
    },
  };
}

function updated(archive: Archive, context: ItemContext): FeedSource {
  const { feeds } = archive.config;
  const days: string[] = [];
  let count = 0;
  for (const { date, total } of archive.replacementDays()) {
    if (days.length >= feeds.days && count >= feeds.items) break;
    days.push(date);
    count += total;
  }
  return {
    name: 'updated',
    group: 'papers',
    title: { en: 'Updated papers', zh: '更新的论文' },
    description: 'Papers of which a new version was announced.',
    page: '',
    key: () => digest(...days.map((date) => archive.cacheKey.day(date))),
    items: () =>
      days.flatMap((date) =>
        archive.day(date).updated.map((entry) => replacementItem(entry, date, context)),
      ),
  };
}

function digests(archive: Archive, context: ItemContext): FeedSource {
  const count = Math.max(DIGEST_DAYS, archive.config.feeds.days);
  const days = archive.paperDays().slice(0, count);
  return {
    name: 'digest',
    group: 'papers',
    title: { en: 'Daily digest', zh: '每日摘要' },
    description: 'One item an announcement day: counts per topic and every title.',
    page: 'archive/',
    key: () => digest(...days.map(({ date }) => archive.cacheKey.day(date))),
    items: () => days.map(({ date }) => digestItem(archive.day(date), context)),
  };
}

function rowsOf(days: { papers: RowEntry[] }[], context: ItemContext): FeedItem[] {
  return days.flatMap(({ papers }) => papers).map((entry) => paperItem(entry, context));
}

/** Items of whole days, until both limits of config are reached; days without any do not count. */
function wholeDays(
  archive: Archive,
  days: readonly string[],
  itemsOf: (day: DayView) => FeedItem[],
): FeedItem[] {
  const { feeds } = archive.config;
  const items: FeedItem[] = [];
  let taken = 0;
  for (const date of days) {
    if (taken >= feeds.days && items.length >= feeds.items) break;
    const found = itemsOf(archive.day(date));
    if (found.length > 0) taken += 1;
    items.push(...found);
  }
  return items;
}
