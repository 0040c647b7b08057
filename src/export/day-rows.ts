import type { PaperEntry } from '../query/views.ts';
import { toDataRow } from '../data-files/data-row.ts';
import type { SqlValue } from './database.ts';

/** The rows of one announcement day, by table, their values in the order of the columns. */
export interface DayTables {
  paper: SqlValue[][];
  paper_text: SqlValue[][];
  paper_topic: SqlValue[][];
}

export function dayRows(entries: readonly PaperEntry[]): DayTables {
  const rows = entries.map((entry) => ({ entry, row: toDataRow(entry) }));
  return {
    paper: rows.map(({ row }) => [
      row.id,
      row.version,
      row.title,
      JSON.stringify(row.authors),
      row.announced,
      row.submitted,
      row.updated,
      row.primary_category,
      row.categories.join(' '),
      row.lane,
      row.venue,
      row.venue_year,
      row.code_url,
      row.doi,
      row.withdrawn ? 1 : 0,
      row.citations,
    ]),
    paper_text: rows.map(({ row }) => [row.id, row.title, row.authors.join(', '), row.abstract]),
    paper_topic: rows.flatMap(({ entry, row }) =>
      entry.topics.map(({ topic, phrase, place }) => [topic, row.id, phrase, place]),
    ),
  };
}
