/** What of news, papers, datasets and employers speaks of what, each pair both ways. */
import type { PaperId } from '../paper.ts';
import type { Dataset } from '../records/dataset.ts';
import type { Employer } from '../records/job.ts';
import type { NewsItem } from '../records/news-item.ts';
import { publisherFinder } from './employer-finder.ts';
import { nameFinder, type NameFinder } from './name-dictionary.ts';
import { paperMentions, type PaperMention } from './paper-mentions.ts';
import { once } from './section-records.ts';
import type { NameRef } from './section-views.ts';
import type { SnapshotReading } from './snapshot-reading.ts';

/** The records that are joined, each list read when it is asked for first. */
export interface Joined {
  snapshot: SnapshotReading;
  news: () => readonly NewsItem[];
  /** Those kept by hand: names of Hugging Face alone are too often words, `test`, `pusht`. */
  datasets: () => readonly Dataset[];
  employers: () => readonly Employer[];
}

/** Lists are in the order of the records; nothing is computed before it is asked for. */
export interface SectionJoins {
  /** What papers speak of, oldest announcement first. */
  papers: () => readonly PaperMention[];
  papersNaming: (dataset: string) => readonly PaperId[];
  papersFrom: (employer: string) => readonly PaperId[];
  newsNaming: {
    dataset: (id: string) => readonly NewsItem[];
    employer: (id: string) => readonly NewsItem[];
  };
  datasetsIn: (item: NewsItem) => NameRef[];
  employersIn: (item: NewsItem) => NameRef[];
  publishers: (dataset: Dataset) => NameRef[];
  datasetsOf: (employer: string) => NameRef[];
}

/** @param cacheFile where what papers speak of is kept between builds */
export function joinSections(records: Joined, cacheFile: string): SectionJoins {
  const { snapshot, news, datasets, employers } = records;
  const papers = once(() =>
    paperMentions(snapshot, { datasets: datasets().map(names), employers: employers() }, cacheFile),
  );
  const naming = once(() => inverse(papers(), (one) => one.datasets));
  const from = once(() => inverse(papers(), (one) => one.employers));
  const inDatasets = once(() => newsJoin(news(), nameFinder(datasets())));
  const inEmployers = once(() => newsJoin(news(), nameFinder(employers())));
  const publishing = once(() => {
    const find = publisherFinder(employers());
    return new Map(datasets().map((dataset) => [dataset.id, find(dataset)]));
  });
  return {
    papers,
    papersNaming: (id) => idsOf(naming().get(id)),
    papersFrom: (id) => idsOf(from().get(id)),
    newsNaming: {
      dataset: (id) => inDatasets().byName.get(id) ?? [],
      employer: (id) => inEmployers().byName.get(id) ?? [],
    },
    datasetsIn: ({ id }) => refs(datasets(), inDatasets().byItem.get(id)),
    employersIn: ({ id }) => refs(employers(), inEmployers().byItem.get(id)),
    publishers: ({ id }) => refs(employers(), publishing().get(id)),
    datasetsOf: (employer) =>
      datasets()
        .filter(({ id }) => publishing().get(id)?.includes(employer))
        .map(({ id, name }) => ({ id, name })),
  };
}

const names = ({ id, name, mentioned_as: other }: Dataset) =>
  other === undefined ? { id, name } : { id, name, mentioned_as: other };

const idsOf = (mentions: readonly PaperMention[] = []): PaperId[] =>
  mentions.map(({ paper }) => paper);

function refs(list: readonly NameRef[], ids: readonly string[] = []): NameRef[] {
  if (ids.length === 0) return [];
  return list.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
}

/** From what each speaks of to who speaks of each. */
function inverse<T>(all: readonly T[], of: (one: T) => readonly string[]): Map<string, T[]> {
  const speakers = new Map<string, T[]>();
  for (const one of all)
    for (const id of of(one)) {
      const known = speakers.get(id);
      if (known) known.push(one);
      else speakers.set(id, [one]);
    }
  return speakers;
}

/** Which news mentions which names, both ways. */
interface NewsJoin {
  byItem: Map<string, string[]>;
  byName: Map<string, NewsItem[]>;
}

function newsJoin(items: readonly NewsItem[], find: NameFinder): NewsJoin {
  const byItem = new Map(
    items.map((item) => [item.id, find({ title: item.title, abstract: item.excerpt })]),
  );
  return { byItem, byName: inverse(items, ({ id }) => byItem.get(id) ?? []) };
}
