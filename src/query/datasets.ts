import type { Dataset } from '../records/dataset.ts';
import type { DatasetEntry, NameRef, NewsRef } from './section-views.ts';
import type { PaperRef } from './views.ts';

export interface DatasetJoins {
  paperRef: (id: string) => PaperRef | null;
  /** Papers that mention it by name, its own left out. */
  mentionsOf: (dataset: Dataset) => DatasetEntry['mentions'];
  newsOf: (id: string) => NewsRef[];
  employersOf: (dataset: Dataset) => NameRef[];
}

/** Those kept by hand first, newest year first, then those of Hugging Face by downloads; each by name within. */
export function viewDatasets(datasets: readonly Dataset[], joins: DatasetJoins): DatasetEntry[] {
  return datasets.toSorted(byStanding).map((dataset) => ({
    dataset,
    paper: dataset.paper === null ? null : joins.paperRef(dataset.paper),
    mentions: joins.mentionsOf(dataset),
    news: joins.newsOf(dataset.id),
    employers: joins.employersOf(dataset),
  }));
}

function byStanding(a: Dataset, b: Dataset): number {
  return (
    Number(b.curated) - Number(a.curated) ||
    (a.curated
      ? (b.year ?? 0) - (a.year ?? 0)
      : (b.huggingface?.downloads ?? 0) - (a.huggingface?.downloads ?? 0)) ||
    (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)
  );
}
