import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import type { Day } from '../../paper.ts';
import type { DerivedDb } from '../derived-db.ts';
import { digest } from '../digest.ts';
import type { Entries } from '../entries.ts';
import { listReceipts } from '../receipts.ts';
import { sourceHash } from '../source-hash.ts';
import { taggingKey } from '../tagger.ts';
import { topicActivity } from './activity.ts';
import { countDay, countDays, type KnownDays } from './day-counts.ts';
import { readKept, writeKept } from '../kept.ts';
import { waitForThread } from '../made-elsewhere.ts';
import { comparisonOf, periodsOf, recordBegins, type Recorded } from './periods.ts';
import { RecentPapers } from './recent-papers.ts';
import { readRecent, type RecentText } from './recent-text.ts';
import { papersPer, seriesOf, type CountedDays } from './series.ts';
import type { Comparison, Kind, Trends } from './types.ts';

/** Spans of growth, as the earlier product had them, and of phrases: four weeks. */
const GROWTH_DAYS = [7, 30];
const PHRASE_DAYS = 28;

const SOURCES = ['src/query/trends/*.ts', 'src/similar/content-terms.ts', 'src/config/phrase.ts'];

/** What trends are made of. */
export interface TrendParts {
  config: Config;
  db: DerivedDb;
  entries: Entries;
}

/**
 * The trends of the archive, computed when a page first asks. Each day is counted once and kept in `cacheDir`, and so are
 * the words of each paper of the last weeks.
 */
export function openTrends(parts: TrendParts, cacheDir: string): () => Trends {
  let known: Trends | null = null;
  return () => (known ??= makeTrends(parts, cacheDir));
}

function makeTrends(parts: TrendParts, cacheDir: string): Trends {
  waitForThread('trends');
  const { config, db } = parts;
  const code = digest(sourceHash(SOURCES), taggingKey(config), JSON.stringify(config.groups));
  const days = db
    .all('SELECT date, records FROM day ORDER BY date')
    .map(([date, records]) => ({ date: String(date), records: String(records) }));
  const [oldest, newest] = [days[0]?.date, days.at(-1)?.date];
  if (oldest === undefined || newest === undefined) return emptyTrends();
  const counted = keptDays(join(cacheDir, 'days.json'), code, days, parts);

  const recorded: Recorded = { oldest, newest, has: recordedDays(parts, days) };
  const begins = recordBegins(recorded);
  const periods = periodsOf(begins, recorded);
  const ours: CountedDays = days
    .filter(({ date }) => date >= begins)
    .flatMap(({ date }) => {
      const day = counted[date];
      return day ? [[date, day.counts] as const] : [];
    });
  const comparisons = GROWTH_DAYS.map((length) => comparisonOf(length, begins, recorded));
  const recent = keptRecent(cacheDir, code, parts, {
    span: comparisonOf(PHRASE_DAYS, begins, recorded),
    spans: comparisons,
    days,
  });
  const countIn = (kind: Kind, id: string, { from, to }: { from: Day; to: Day }): number =>
    ours
      .filter(([date]) => date >= from && date <= to)
      .reduce((sum, [, counts]) => sum + (counts[kind][id] ?? 0), 0);
  return {
    from: begins,
    to: newest,
    periods,
    papers: papersPer(periods, ours),
    groups: [
      ...config.groups.map(({ id, name }) => ({ kind: 'topic' as const, id, name })),
      ...config.facets.map(({ id, name }) => ({ kind: 'facet' as const, id, name })),
    ],
    series: seriesOf(config, periods, ours),
    comparisons,
    activity: topicActivity(
      config.topics.map(({ id }) => id),
      comparisons,
      (topic, span) => countIn('topic', topic, span),
    ),
    layers: comparisons.map(({ days: length, recent: span }) => ({
      days: length,
      counts: Object.fromEntries(
        [...config.groups.map(({ id }) => id), 'none'].map((id) => [
          id,
          countIn('layer', id, span),
        ]),
      ),
    })),
    ...recent,
  };
}

/** A day is in the record when it brought papers, or when a run saw that arXiv announced nothing for us. */
function recordedDays({ db }: TrendParts, days: readonly { date: Day }[]): (day: Day) => boolean {
  const known = new Set(days.map(({ date }) => date));
  for (const { date, receipt } of listReceipts(db))
    if (receipt.state === 'complete' || receipt.state === 'quiet') known.add(date);
  return (day) => known.has(day);
}

function keptDays(
  file: string,
  key: string,
  days: readonly { date: Day; records: string }[],
  { config, entries }: TrendParts,
): KnownDays {
  const layerOf = new Map(config.topics.map(({ id, group }) => [id, group]));
  const kept = readKept<KnownDays>(file, key) ?? {};
  const counted = countDays(days, kept, (date) => countDay(entries.ofDay(date), layerOf));
  if (JSON.stringify(counted) !== JSON.stringify(kept)) writeKept(file, key, counted);
  return counted;
}

function keptRecent(
  cacheDir: string,
  code: string,
  parts: TrendParts,
  {
    span,
    spans,
    days,
  }: { span: Comparison; spans: Comparison[]; days: readonly { date: Day; records: string }[] },
): RecentText {
  const file = join(cacheDir, 'recent.json');
  const from = [span, ...spans].map(({ previous }) => previous.from).sort()[0] ?? '';
  const read = days.filter(({ date }) => date >= from);
  const key = digest(code, JSON.stringify([span, spans, read]));
  const kept = readKept<RecentText>(file, key);
  if (kept) return kept;
  const papers = new RecentPapers(join(cacheDir, 'recent-papers.json'), code, parts);
  const made = readRecent({ span, spans, days: read.map(({ date }) => date) }, papers);
  writeKept(file, key, made);
  // Pages wait for the answer; the words of papers are for the next build.
  queueMicrotask(() => papers.keep());
  return made;
}

function emptyTrends(): Trends {
  const none = () => ({ day: [], week: [], month: [] });
  return {
    from: null,
    to: null,
    periods: none(),
    papers: none(),
    groups: [],
    series: [],
    comparisons: [],
    activity: [],
    layers: [],
    phrases: null,
    authors: [],
  };
}
