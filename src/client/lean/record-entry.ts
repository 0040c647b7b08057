import type { Paper } from '../../paper.ts';
import type { PaperEntry, PaperView, RowEntry } from '../../query/views.ts';

/** A paper of a day's JSON: its schema is `/api/schema/day.json`. */
export type DayRecord = Paper & Pick<RowEntry, 'topics' | 'venue' | 'lane'>;

/** A paper of the month's JSON in brief, as far as a row shows it. */
export interface BriefPaper {
  id: string;
  title: string;
  authors?: string[];
  announced: string;
  primary_category: string;
  topics: string[];
  lane: 'new' | 'cross';
  code: string | null;
}

/** A record of a day's JSON → what the templates draw. Facets are told by id alone there, and are left out. */
export function entryOf(record: DayRecord): PaperEntry {
  const { topics, venue, lane, ...paper } = record;
  return {
    paper,
    topics,
    venue,
    lane,
    facets: [],
  };
}

/** The paper as its own page shows it, without what only the whole archive knows. */
export function viewOf(record: DayRecord, day: readonly DayRecord[]): PaperView {
  const at = day.indexOf(record);
  return {
    entry: entryOf(record),
    previous: day[at - 1] ?? null,
    next: day[at + 1] ?? null,
    similar: [],
  };
}

/** A brief record → the row of a list without abstracts. */
export function briefEntry(brief: BriefPaper): RowEntry {
  const { id, title, announced, primary_category, topics, lane, code } = brief;
  const names = brief.authors ?? [];
  return {
    paper: {
      id,
      title,
      abstract: null,
      authors: names.map((name) => ({ name })),
      categories: [primary_category],
      primary_category,
      announced,
      links: code === null ? [] : [{ kind: 'code', url: code }],
    },
    topics: topics.map((topic) => ({ topic, phrase: '', place: 'abstract', start: 0, end: 0 })),
    venue: null,
    facets: [],
    lane,
  };
}
