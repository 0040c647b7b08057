import type { Dataset } from '../records/dataset.ts';
import type { DatasetEntry, NewsRef } from './section-views.ts';
import type { PaperRef } from './views.ts';

/** Papers that are named of those which mention a dataset. */
const NEWEST = 3;

export interface DatasetJoins {
  paperRef: (id: string) => PaperRef | null;
  /** Papers that mention it by name, oldest first. */
  mentionedBy: (id: string) => readonly string[];
  newsOf: (id: string) => NewsRef[];
}

/** Those kept by hand first, newest year first, then those of Hugging Face by downloads; each by name within. */
export function viewDatasets(datasets: readonly Dataset[], joins: DatasetJoins): DatasetEntry[] {
  return datasets.toSorted(byStanding).map((dataset) => {
    const mentions = joins
      .mentionedBy(dataset.id)
      .filter((id) => id !== dataset.paper)
      .toReversed();
    return {
      dataset,
      paper: dataset.paper === null ? null : joins.paperRef(dataset.paper),
      mentions: {
        total: mentions.length,
        newest: mentions.slice(0, NEWEST).flatMap((id) => joins.paperRef(id) ?? []),
      },
      news: joins.newsOf(dataset.id),
    };
  });
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
