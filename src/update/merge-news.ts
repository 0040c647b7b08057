/** Items of feeds into the stories that the archive knows: nothing leaves it, and what says nothing new changes nothing. */
import { createHash } from 'node:crypto';
import type { NewsSource } from '../config/config.ts';
import type { Day, Instant } from '../paper.ts';
import type { NewsItem } from '../records/news-item.ts';
import { canonicalLink } from '../sources/news/canonical-link.ts';
import type { FeedItem } from '../sources/news/feed-item.ts';
import { dayOf } from '../text/dates.ts';
import type { Stories } from './same-story.ts';

export interface Sighted {
  source: NewsSource;
  item: FeedItem;
}

export interface MergedNews {
  /** New and changed stories. */
  changed: Map<string, NewsItem>;
  /** By source: stories it brought, stories it added to, items that said what is known. */
  counts: Map<string, { added: number; updated: number; unchanged: number }>;
}

/**
 * @param sighted what was kept of all feeds, in the order of the config
 * @param stories what is known; what is merged is put there too
 * @param now the instant of the run: the date of items without a usable one is its day
 */
export function mergeNews(sighted: readonly Sighted[], stories: Stories, now: Instant): MergedNews {
  const today = dayOf(now);
  const changed = new Map<string, NewsItem>();
  const counts: MergedNews['counts'] = new Map();
  for (const { source, item } of [...sighted].sort(byTime)) {
    const count = counts.get(source.id) ?? { added: 0, updated: 0, unchanged: 0 };
    counts.set(source.id, count);
    const known =
      stories.byLink(item.url) ??
      stories.byHeadline(item.title, dayOf(usable(item.published, today) ?? now), source.id);
    const next =
      known === undefined ? newStory(source, item, today) : toldAgain(known, source, item);
    if (next === known) {
      count.unchanged += 1;
      continue;
    }
    count[known === undefined ? 'added' : 'updated'] += 1;
    stories.put(next);
    changed.set(next.id, next);
  }
  return { changed, counts };
}

/** Oldest first, so that of one story the first telling gives the words; undated ones last. */
function byTime(a: Sighted, b: Sighted): number {
  const [left, right] = [a.item.published ?? '9999', b.item.published ?? '9999'];
  return left < right ? -1 : Number(left > right);
}

/** A date in the future is a mistake of the feed's; a day's difference is a matter of time zones. */
function usable(published: Instant | null, today: Day): Instant | null {
  if (published === null) return null;
  return Date.parse(published) < Date.parse(today) + 2 * 86_400_000 ? published : null;
}

/** The id of a story that is first seen under this link. */
export function storyId(url: string): string {
  const link = canonicalLink(url) ?? url;
  return createHash('sha256').update(link).digest('hex').slice(0, 16);
}

function newStory(source: NewsSource, item: FeedItem, today: Day): NewsItem {
  const published = usable(item.published, today);
  return {
    id: storyId(item.url),
    title: item.title,
    excerpt: item.excerpt,
    language: source.language,
    published: published ?? `${today}T00:00:00Z`,
    published_from: published === null ? 'fetched' : 'feed',
    first_seen: today,
    authors: item.authors,
    told: [{ source: source.id, url: item.url }],
    papers: item.papers,
  };
}

/** The same record when the item says nothing new. Only who told it first may correct its words. */
function toldAgain(known: NewsItem, source: NewsSource, item: FeedItem): NewsItem {
  const link = canonicalLink(item.url);
  const [first] = known.told;
  const papers = [...new Set([...known.papers, ...item.papers])];
  const isTold = known.told.some(
    ({ url, source: id }) => id === source.id && canonicalLink(url) === link,
  );
  const corrects =
    first?.source === source.id &&
    canonicalLink(first.url) === link &&
    (known.title !== item.title || known.excerpt !== item.excerpt);
  if (isTold && !corrects && papers.length === known.papers.length) return known;
  return {
    ...known,
    ...(corrects ? { title: item.title, excerpt: item.excerpt, authors: item.authors } : {}),
    told: isTold ? known.told : [...known.told, { source: source.id, url: item.url }],
    papers,
  };
}
