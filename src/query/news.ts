import type { Config } from '../config/config.ts';
import type { Day } from '../paper.ts';
import type { NewsItem } from '../records/news-item.ts';
import type { NewsDay, NewsEntry, NewsMonth, NewsRef } from './section-views.ts';
import type { PaperRef } from './views.ts';

/** What an item is joined to. */
export interface NewsJoins {
  config: Config;
  topicsOf: (item: NewsItem) => string[];
  paperRef: (id: string) => PaperRef | null;
  datasetsOf: (item: NewsItem) => NewsEntry['datasets'];
  employersOf: (item: NewsItem) => NewsEntry['employers'];
}

/** The front page holds whole days until it has this many items. */
const LATEST = 120;

/** Newest first; by id within an instant. */
export function newestFirst(items: readonly NewsItem[]): NewsItem[] {
  return items.toSorted((a, b) => compare(b.published, a.published) || compare(a.id, b.id));
}

/** The newest days with news. @param items newest first */
export function latestNews(items: readonly NewsItem[], joins: NewsJoins): NewsDay[] {
  const days: NewsDay[] = [];
  let count = 0;
  for (const [date, ofDay] of byDay(items)) {
    if (count >= LATEST) break;
    count += ofDay.length;
    days.push({ date, entries: ofDay.map((item) => newsEntry(item, joins)) });
  }
  return days;
}

/** Months with news, newest first. */
export function newsMonths(items: readonly NewsItem[]): { month: string; total: number }[] {
  const totals = Map.groupBy(items, ({ published }) => published.slice(0, 7));
  return [...totals].map(([month, ofMonth]) => ({ month, total: ofMonth.length }));
}

/** @throws when the archive has no news of the month */
export function newsMonth(items: readonly NewsItem[], month: string, joins: NewsJoins): NewsMonth {
  const months = newsMonths(items).map((one) => one.month);
  const index = months.indexOf(month);
  if (index < 0) throw new Error(`the archive has no news of ${month}`);
  const ours = items.filter(({ published }) => published.startsWith(month));
  return {
    month,
    previous: months[index + 1] ?? null,
    next: months[index - 1] ?? null,
    days: [...byDay(ours)].map(([date, ofDay]) => ({
      date,
      entries: ofDay.map((item) => newsEntry(item, joins)),
    })),
  };
}

export function newsRef(
  { title, told: [first], published, language }: NewsItem,
  config: Config,
): NewsRef {
  const { url = '', source = '' } = first ?? {};
  return { title, url, source: sourceName(config, source), published, language };
}

function newsEntry(item: NewsItem, joins: NewsJoins): NewsEntry {
  const papers = item.papers.map((id) => ({ id, ref: joins.paperRef(id) }));
  return {
    item,
    told: item.told.map(({ source, url }) => ({
      id: source,
      name: sourceName(joins.config, source),
      url,
    })),
    topics: joins.topicsOf(item),
    papers: papers.flatMap(({ ref }) => ref ?? []),
    otherPapers: papers.flatMap(({ id, ref }) => (ref === null ? id : [])),
    datasets: joins.datasetsOf(item),
    employers: joins.employersOf(item),
  };
}

/** A source that config no longer lists keeps its id for a name. */
function sourceName({ news }: Config, id: string): string {
  return news.sources.find((source) => source.id === id)?.name ?? id;
}

function byDay(items: readonly NewsItem[]): Map<Day, NewsItem[]> {
  return Map.groupBy(items, ({ published }) => published.slice(0, 10));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
