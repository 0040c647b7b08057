import type { Config } from '../config/config.ts';
import type { Day, Instant, PaperId } from '../paper.ts';
import { once } from '../query/once.ts';
import type { RowEntry, UpdatedEntry } from '../query/views.ts';
import { arxivUrl, paperUrl } from '../render/urls.ts';
import type { FeedCategory, FeedItem } from './feed-model.ts';
import { readableText } from './readable-text.ts';

/** Where the site is served; `base` has slashes at both ends. */
export interface FeedAddress {
  site: string;
  base: string;
}

/** What items are made with. */
export interface ItemContext {
  address: FeedAddress;
  config: Config;
  /** Items made already, by paper: a paper stands in several feeds, and each feed in three formats. */
  known: Map<PaperId, FeedItem>;
}

/**
 * A paper as an item. Its id is the one under which arXiv's own OAI-PMH knows the paper, without version and without our
 * address: neither a new version nor a move of the site brings it twice.
 */
export function paperItem(entry: RowEntry, context: ItemContext): FeedItem {
  const { id } = entry.paper;
  const item = context.known.get(id) ?? makeItem(entry, context);
  context.known.set(id, item);
  return item;
}

const topicNames = once(
  ({ topics }: Config) => new Map(topics.map(({ id, name }) => [id, name.en])),
);

function makeItem({ paper, topics }: RowEntry, { address, config }: ItemContext): FeedItem {
  const names = topicNames(config);
  const ours: FeedCategory[] = topics.map(({ topic }) => ({
    term: topic,
    label: names.get(topic) ?? topic,
  }));
  return {
    id: `oai:arXiv.org:${paper.id}`,
    title: readableText(paper.title),
    url: `${address.site}${paperUrl(address.base, paper.id)}`,
    published: announcementInstant(paper.announced),
    authors: paper.authors.map(({ name }) => name),
    categories: [...ours, ...paper.categories.map((id) => ({ term: id, label: id }))],
    summary: paper.abstract === null ? [] : [readableText(paper.abstract)],
    related: arxivUrl('abs', paper.id),
  };
}

/** A replacement as an item: each version is one of its own, named as arXiv names it. */
export function replacementItem(
  { entry, from, to, changed }: UpdatedEntry,
  date: Day,
  context: ItemContext,
): FeedItem {
  const item = paperItem(entry, context);
  const what =
    changed.length > 0 ? `Changed: ${changed.join(', ')}.` : 'No change in what is listed.';
  return {
    ...item,
    id: `${item.id}v${to}`,
    title: `${item.title} (v${to})`,
    url: `${item.url}#v${to}`,
    published: announcementInstant(date),
    summary: [`Version ${from} was replaced by version ${to}. ${what}`, ...item.summary],
  };
}

/** A listing's date → the instant it came: 20:00 US Eastern on the evening before, which is midnight UTC in winter. */
export function announcementInstant(date: Day): Instant {
  return `${date}T00:00:00Z`;
}
