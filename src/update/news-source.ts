/** News as a source of the daily run: fetch → keep → one story of many tellings → a receipt a feed. */
import type { Config, NewsSource } from '../config/config.ts';
import type { NewsItem } from '../records/news-item.ts';
import { fetchNews, type FeedAnswer, type NewsLimits } from '../sources/news/fetch-news.ts';
import type { FeedReading } from '../sources/news/feed-item.ts';
import { MOST_ITEMS } from '../sources/news/read-feed.ts';
import { addDays } from '../calendar/eastern-time.ts';
import { news } from '../store/news-kind.ts';
import { parseShard } from '../store/shard.ts';
import { dayOf } from '../text/dates.ts';
import { newsKeeper } from './keep-news.ts';
import { mergeNews, storyId, type Sighted } from './merge-news.ts';
import { formatFeedMemory, nextFeedMemory, parseFeedMemory, shortHash } from './news-memory.ts';
import { DAYS_APART, Stories } from './same-story.ts';
import type { RunContext, Source, SourceOutcome } from './source.ts';
import { wholeOf } from './whole-of-parts.ts';

export const newsSource: Source = { name: 'news', run: (context) => runNews(context) };

/** A feed whose newest item is older than this answers with old content. */
const STALE_DAYS = 180;
/** Items that could not be used and are named one by one. */
const NAMED = 5;

/** @param limits of each request; the usual ones when not said */
export async function runNews(context: RunContext, limits?: NewsLimits): Promise<SourceOutcome> {
  const { config, client, now, log } = context;
  const feeds = config.news.sources;
  if (feeds.length === 0) return { state: 'quiet', answered: true };
  const rules = rulesOf(config);
  const memories = new Map(
    feeds.map((feed) => [feed.id, parseFeedMemory(entryOf(context, feed)?.cursor)]),
  );
  const known = new Map(
    [...memories].flatMap(([id, memory]) =>
      memory?.rules === rules ? [[id, memory] as const] : [],
    ),
  );
  log.progress(`news: ${feeds.length} feeds`);
  const answers = await fetchNews(feeds, known, { client, ...(limits ? { limits } : {}) });
  log.progress(null);

  const keep = newsKeeper(config);
  const sighted = answers.flatMap((answer): Sighted[] =>
    answer.state === 'read'
      ? answer.reading.items
          .filter((item) => keep(answer.source, item))
          .map((item) => ({ source: answer.source, item }))
      : [],
  );
  const { changed, counts } = mergeNews(sighted, new Stories(storiesAround(context, sighted)), now);
  const parts = Object.fromEntries(
    answers.map((answer): [string, SourceOutcome] => {
      const { id } = answer.source;
      const { added, updated } = counts.get(id) ?? { added: 0, updated: 0 };
      const memory = memories.get(id) ?? null;
      const cursor =
        answer.state === 'read'
          ? {
              cursor: formatFeedMemory(
                nextFeedMemory(memory, rules, answer.reading, answer.validators),
              ),
            }
          : {};
      return [
        id,
        { ...outcomeOf(answer, context, added + updated), brought: { added, updated }, ...cursor },
      ];
    }),
  );
  return { ...wholeOf(parts), records: [{ kind: news, upsert: [...changed.values()] }], parts };
}

function outcomeOf(answer: FeedAnswer, context: RunContext, brought: number): SourceOutcome {
  if (answer.state === 'failed')
    return {
      state: 'failing',
      answered: false,
      problems: [{ message: answer.problem, url: answer.source.url }],
    };
  const entry = entryOf(context, answer.source);
  const isNew = brought > 0 || dayOf(entry?.last_new ?? '') === context.today;
  const stale = answer.state === 'read' && isStale(answer.reading, context.today);
  const problems = answer.state === 'read' ? problemsOf(answer.reading, answer.source) : [];
  if (answer.state === 'unchanged' && !isNew && entry?.state === 'stale')
    return { state: 'stale', answered: true };
  return { state: isNew ? 'new' : stale ? 'stale' : 'quiet', answered: true, problems };
}

/** Only a feed that states dates can be proved old. */
function isStale({ items }: FeedReading, today: string): boolean {
  const dates = items.flatMap(({ published }) => published ?? []);
  const newest = dates.toSorted().at(-1);
  return newest !== undefined && Date.parse(today) - Date.parse(newest) > STALE_DAYS * 86_400_000;
}

function problemsOf({ items, rejected, surplus }: FeedReading, { url }: NewsSource) {
  const more = rejected.length - NAMED;
  const undated = items.filter(({ published }) => published === null).length;
  return [
    ...rejected.slice(0, NAMED).map(({ where, why }) => `${where} was left out: ${why}`),
    ...(more > 0 ? [`${more} more items were left out`] : []),
    ...(surplus > 0
      ? [`the feed holds ${surplus} items beyond the first ${MOST_ITEMS}; they were not read`]
      : []),
    ...(undated > 0
      ? [`${undated} items have no usable date; they bear the day on which they were seen`]
      : []),
    ...(items.length + rejected.length === 0 ? ['the feed is empty'] : []),
  ].map((message) => ({ message, url }));
}

/** What of the config decides which items are kept. */
function rulesOf({ topics, news: { phrases, sources } }: Config): string {
  return shortHash(
    JSON.stringify({
      topics,
      phrases,
      matches: sources.map(({ id, match, language }) => [id, match, language]),
    }),
  );
}

const entryOf = ({ archive }: RunContext, { id }: NewsSource) =>
  archive.snapshot.manifest.sources[`news/${id}`];

/** The stories of the weeks in which the items were told, and those under the same links whenever they were. */
function* storiesAround(
  { archive, today }: RunContext,
  sighted: readonly Sighted[],
): Generator<NewsItem> {
  const { snapshot } = archive;
  const days = sighted.map(({ item }) => dayOf(item.published ?? today));
  const oldest = days.reduce((a, b) => (a < b ? a : b), today);
  const since = addDays(oldest, -DAYS_APART).slice(0, 7);
  const near = snapshot.shards(news.name).filter(({ key }) => key >= since);
  const ids = sighted.map(({ item }) => storyId(item.url));
  const paths = new Set([
    ...near.map(({ path }) => path),
    ...snapshot.locate(news.name, ids).values(),
  ]);
  for (const path of [...paths].sort()) yield* parseShard(snapshot.read(path), news, path);
}
