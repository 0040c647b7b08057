import type { Archive } from '../query/archive.ts';
import type { Day } from '../paper.ts';

/** What the search page shows of the archive: from when on papers are found, and what they can be chosen by. */
export interface Searchable {
  oldest: Day | null;
  /** Newest first. */
  years: string[];
  venues: string[];
}

export function searchable(archive: Archive): Searchable {
  const days = archive
    .paperDays()
    .map(({ date }) => date)
    .toSorted();
  return {
    oldest: days[0] ?? null,
    years: [...new Set(days.map((date) => date.slice(0, 4)))].toReversed(),
    venues: archive.venues().map(({ name }) => name),
  };
}
