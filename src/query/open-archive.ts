import { join } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import type { Config } from '../config/config.ts';
import { openSnapshot } from '../store/open-snapshot.ts';
import { snapshotChange } from './apply-snapshot.ts';
import type { Archive } from './archive.ts';
import type { QueryContext } from './context.ts';
import { dayKey, listDays, listReplacementDays, viewDay } from './days.ts';
import { DerivedDb } from './derived-db.ts';
import { Entries } from './entries.ts';
import { formOf, hasDayFile, viewForms } from './forms.ts';
import { locations } from './locations.ts';
import { viewHealth } from './health.ts';
import { listMonths, monthKey, viewMonth } from './months.ts';
import {
  listModified,
  listPaperDates,
  listPaperDays,
  listPaperPages,
  newestPaperDay,
  viewPaper,
} from './papers.ts';
import { listReceipts } from './receipts.ts';
import { openShelves } from './shelves/open-shelves.ts';
import { openSections } from './sections.ts';
import { openSimilar } from './similar.ts';
import { ShardReader } from './shard-reader.ts';
import { viewStats } from './stats.ts';
import { compileTagger, taggingKey } from './tagger.ts';
import { openTrends } from './trends/trends.ts';
import type { Trends } from './trends/types.ts';
import {
  listTopicDays,
  listTopicMonthPages,
  listTopicMonths,
  listTopics,
  newestKey,
  newestRows,
  topicKey,
  topicMonthKey,
  viewTopic,
  viewTopicMonth,
} from './topics.ts';
import { listVenues } from './venues.ts';
import { listWeeks, viewWeek, weekKey } from './weeks.ts';

export interface OpenOptions {
  dataDir?: string;
  cacheDir?: string;
  config?: Config;
  /** Papers up to which the shelves of authors hold the newest day too (`shelves/shelved-to.ts`); for tests. */
  smallArchive?: number;
}

/**
 * Opens the archive: brings the derived file in the cache folder in line with the snapshot, applying only the shards
 * whose sha256 changed, and answers from it. Without the cache the same answers cost a reading of the whole snapshot.
 * @throws when config is not valid, or a shard is not the one the manifest names
 */
export async function openArchive(options: OpenOptions = {}): Promise<Archive> {
  const defaults = locations();
  const { dataDir = defaults.dataDir, cacheDir = defaults.cacheDir } = options;
  const config = options.config ?? (await readConfig(defaults.configFile));
  const snapshot = openSnapshot(dataDir);
  const db = DerivedDb.open(
    join(cacheDir, 'derived.sqlite'),
    taggingKey(config),
    snapshotChange(snapshot, compileTagger(config)),
  );
  const shards = new ShardReader(snapshot);
  const entries = new Entries(db, shards, config);
  const similar = openSimilar(snapshot, join(cacheDir, 'similar'));
  const shelves = openShelves(db, shards, {
    dir: join(cacheDir, 'authors'),
    small: options.smallArchive,
  });
  const context = { config, db, entries, snapshot, similar, shelves };
  const trends = openTrends(context, join(cacheDir, 'trends'));
  const sections = openSections(context, join(cacheDir, 'paper-mentions.json'));
  return answer({ ...context, sections }, trends);
}

function answer(context: QueryContext, trends: () => Trends): Archive {
  return {
    config: context.config,
    sections: context.sections,
    total: () => Number(context.db.first('SELECT COALESCE(SUM(total), 0) FROM day')?.[0] ?? 0),
    newestDay: () => newestPaperDay(context),
    days: () => listDays(context),
    day: (date) => viewDay(context, date),
    months: () => listMonths(context),
    month: (month) => viewMonth(context, month),
    weeks: () => listWeeks(context),
    week: (week) => viewWeek(context, week),
    topics: () => listTopics(context),
    venues: () => listVenues(context),
    topic: (id) => viewTopic(context, id),
    topicMonths: (id) => listTopicMonths(context, id),
    topicMonth: (id, month) => viewTopicMonth(context, id, month),
    topicMonthPages: () => listTopicMonthPages(context),
    paper: (id) => viewPaper(context, id),
    tagIds: (id) => context.entries.tagIds(id),
    papersOf: (date) => context.entries.ofDay(date),
    paperPages: (date) => listPaperPages(context, date),
    paperDays: () => listPaperDays(context),
    modifiedOf: (date) => listModified(context, date),
    newest: (limits, topic) => newestRows(context, limits, topic),
    stats: () => viewStats(context),
    topicDays: (from, to) => listTopicDays(context, from, to),
    replacementDays: () => listReplacementDays(context),
    paperDates: () => listPaperDates(context),
    authors: context.shelves,
    receipts: () => listReceipts(context.db),
    trends,
    manifest: () => context.snapshot.manifest,
    health: () => viewHealth(context),
    formOf: (span) => formOf(context, span),
    hasDayFile: (date) => hasDayFile(context, date),
    forms: () => viewForms(context),
    cacheKey: {
      day: (date) => dayKey(context, date),
      month: (month) => monthKey(context, month),
      week: (week) => weekKey(context, week),
      topic: (id) => topicKey(context, id),
      topicMonth: (id, month) => topicMonthKey(context, id, month),
      newest: (limits, topic) => newestKey(context, limits, topic),
    },
  };
}
