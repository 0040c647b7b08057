/** Every question about news, jobs and datasets, and how they and the papers point at each other. */
import { compileTopics } from '../match/compile-topics.ts';
import type { Day, PaperId } from '../paper.ts';
import type { NewsItem } from '../records/news-item.ts';
import { datasets as datasetKind } from '../store/dataset-kind.ts';
import { employers as employerKind, jobs as jobKind } from '../store/job-kinds.ts';
import { news as newsKind } from '../store/news-kind.ts';
import type { QueryContext } from './context.ts';
import { datasetMentions } from './dataset-mentions.ts';
import { viewDatasets } from './datasets.ts';
import { viewJobs } from './jobs.ts';
import { Mentions } from './mentions.ts';
import { nameFinder, type NameFinder } from './name-dictionary.ts';
import { latestNews, newestFirst, newsMonth, newsMonths, newsRef, type NewsJoins } from './news.ts';
import { once, recordsOf } from './section-records.ts';
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
  /** What the pages of papers show of news and datasets. */
  mentions(): Mentions;
}

/** News that is shown beside an employer or a dataset. */
const NEWS_BESIDE = 3;

/** @param cacheFile where the datasets that papers mention are kept between builds */
export function openSections(context: Omit<QueryContext, 'sections'>, cacheFile: string): Sections {
  const { config, db, entries, snapshot } = context;
  const news = once(() => newestFirst(recordsOf(snapshot, newsKind)));
  const datasets = once(() => recordsOf(snapshot, datasetKind));
  const employers = once(() => recordsOf(snapshot, employerKind));
  // names of Hugging Face alone are too often words: `test`, `pusht`
  const curated = once(() => datasets().filter((dataset) => dataset.curated));
  const named = once(() =>
    datasetMentions(
      snapshot,
      curated().map(({ id, name }) => ({ id, name })),
      cacheFile,
    ),
  );
  const matcher = once(() => compileTopics(config.topics));
  const inDatasets = once(() => newsJoin(news(), nameFinder(curated())));
  const inEmployers = once(() => newsJoin(news(), nameFinder(employers())));
  const paperRef = (id: PaperId): PaperRef | null => {
    const paper = entries.one(id)?.paper;
    return paper ? { id, title: paper.title } : null;
  };
  const dayOf = (id: PaperId): Day | null => {
    const day = db.first('SELECT date FROM paper WHERE id = ?', [id])?.[0];
    return typeof day === 'string' ? day : null;
  };
  const refs = (items: readonly NewsItem[] | undefined): NewsRef[] =>
    (items ?? []).slice(0, NEWS_BESIDE).map((item) => newsRef(item, config));
  const names = (join: NewsJoin, list: readonly { id: string; name: string }[], item: NewsItem) =>
    list
      .filter(({ id }) => join.byItem.get(item.id)?.includes(id))
      .map(({ id, name }) => ({ id, name }));
  const joins: NewsJoins = {
    config,
    paperRef,
    topicsOf: ({ title, excerpt }) =>
      matcher()
        .match({ title, abstract: excerpt, categories: [] })
        .map(({ topic }) => topic),
    datasetsOf: (item) => names(inDatasets(), curated(), item),
    employersOf: (item) => names(inEmployers(), employers(), item),
  };
  const mentionedBy = once(() => {
    const papers = new Map<string, PaperId[]>();
    for (const { paper, datasets: ids } of named())
      for (const id of ids) papers.set(id, [...(papers.get(id) ?? []), paper]);
    return papers;
  });
  const asOf = (): Day | null =>
    snapshot.manifest.sources['jobs']?.last_success?.slice(0, 10) ?? null;
  return {
    latestNews: once(() => latestNews(news(), joins)),
    newsMonths: () => newsMonths(news()),
    newsMonth: (month) => newsMonth(news(), month, joins),
    jobs: once(() =>
      viewJobs(
        recordsOf(snapshot, jobKind),
        employers(),
        (id) => refs(inEmployers().byName.get(id)),
        asOf(),
      ),
    ),
    datasets: once(() =>
      viewDatasets(datasets(), {
        paperRef,
        mentionedBy: (id) => mentionedBy().get(id) ?? [],
        newsOf: (id) => refs(inDatasets().byName.get(id)),
      }),
    ),
    mentions: once(() => {
      const told = { news: news(), datasets: curated(), named: named() };
      return new Mentions(told, (item) => newsRef(item, config), dayOf);
    }),
  };
}

/** Which news mentions which names, both ways. */
interface NewsJoin {
  byItem: Map<string, string[]>;
  byName: Map<string, NewsItem[]>;
}

function newsJoin(items: readonly NewsItem[], find: NameFinder): NewsJoin {
  const join: NewsJoin = { byItem: new Map(), byName: new Map() };
  for (const item of items) {
    const ids = find({ title: item.title, abstract: item.excerpt });
    if (ids.length > 0) join.byItem.set(item.id, ids);
    for (const id of ids) join.byName.set(id, [...(join.byName.get(id) ?? []), item]);
  }
  return join;
}
