/** Every question about news, jobs and datasets, and how they and the papers point at each other. */
import { compileTopics } from '../match/compile-topics.ts';
import type { Day, PaperId } from '../paper.ts';
import type { NewsItem } from '../records/news-item.ts';
import { datasets as datasetKind } from '../store/dataset-kind.ts';
import { employers as employerKind, jobs as jobKind } from '../store/job-kinds.ts';
import { news as newsKind } from '../store/news-kind.ts';
import type { QueryContext } from './context.ts';
import { viewDatasets } from './datasets.ts';
import { viewJobs } from './jobs.ts';
import { Mentions } from './mentions.ts';
import { latestNews, newestFirst, newsMonth, newsMonths, newsRef, type NewsJoins } from './news.ts';
import { joinSections } from './section-joins.ts';
import { once, onceEach, recordsOf } from './section-records.ts';
import type { DatasetEntry, JobsView, NewsDay, NewsMonth, NewsRef } from './section-views.ts';
import type { PaperRef } from './views.ts';

/** Lists are in a fixed order; nothing is read before it is asked for. */
export interface Sections {
  /** Whole days, newest first, until about a hundred items are reached. */
  latestNews(): NewsDay[];
  newsMonths(): { month: string; total: number }[];
  newsMonth(month: string): NewsMonth;
  jobs(): JobsView;
  datasets(): DatasetEntry[];
  /** What the pages of papers show of news, datasets and employers. */
  mentions(): Mentions;
  /** The day of the last run in which a source answered; `null` before the first. */
  asOf(source: 'news' | 'jobs' | 'datasets'): Day | null;
}

/** News and papers that are named beside a dataset or an employer. */
const BESIDE = 3;

/** @param cacheFile where what papers speak of is kept between builds */
export function openSections(context: Omit<QueryContext, 'sections'>, cacheFile: string): Sections {
  const { config, db, entries, snapshot } = context;
  const news = once(() => newestFirst(recordsOf(snapshot, newsKind)));
  const datasets = once(() => recordsOf(snapshot, datasetKind));
  const employers = once(() => recordsOf(snapshot, employerKind));
  const curated = once(() => datasets().filter((dataset) => dataset.curated));
  const joined = joinSections({ snapshot, news, datasets: curated, employers }, cacheFile);
  const matcher = once(() => compileTopics(config.topics));
  const paperRef = (id: PaperId): PaperRef | null => {
    const paper = entries.one(id)?.paper;
    return paper ? { id, title: paper.title } : null;
  };
  const dayOf = (id: PaperId): Day | null => {
    const day = db.first('SELECT date FROM paper WHERE id = ?', [id])?.[0];
    return typeof day === 'string' ? day : null;
  };
  const newestPapers = (ids: readonly PaperId[]) => ({
    total: ids.length,
    newest: ids
      .slice(-BESIDE)
      .toReversed()
      .flatMap((id) => paperRef(id) ?? []),
  });
  const newsRefs = (items: readonly NewsItem[]): NewsRef[] =>
    items.slice(0, BESIDE).map((item) => newsRef(item, config));
  const joins: NewsJoins = {
    config,
    paperRef,
    topicsOf: ({ title, excerpt }) =>
      matcher()
        .match({ title, abstract: excerpt, categories: [] })
        .map(({ topic }) => topic),
    datasetsOf: joined.datasetsIn,
    employersOf: joined.employersIn,
  };
  const asOf = (source: string): Day | null =>
    snapshot.manifest.sources[source]?.last_success?.slice(0, 10) ?? null;
  return {
    latestNews: once(() => latestNews(news(), joins)),
    newsMonths: once(() => newsMonths(news())),
    newsMonth: onceEach((month) => newsMonth(news(), month, joins)),
    jobs: once(() =>
      viewJobs(
        recordsOf(snapshot, jobKind),
        employers(),
        (id) => ({
          news: newsRefs(joined.newsNaming.employer(id)),
          papers: newestPapers(joined.papersFrom(id)),
          datasets: joined.datasetsOf(id),
        }),
        asOf('jobs'),
      ),
    ),
    datasets: once(() =>
      viewDatasets(datasets(), {
        paperRef,
        mentionsOf: ({ id, paper }) =>
          newestPapers(joined.papersNaming(id).filter((one) => one !== paper)),
        newsOf: (id) => newsRefs(joined.newsNaming.dataset(id)),
        employersOf: joined.publishers,
      }),
    ),
    mentions: once(() => {
      const told = {
        news: news(),
        datasets: curated(),
        employers: employers(),
        named: joined.papers(),
      };
      return new Mentions(told, (item) => newsRef(item, config), dayOf);
    }),
    asOf,
  };
}
