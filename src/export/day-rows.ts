import type { PaperEntry } from '../query/views.ts';
import { toDataRow } from '../data-files/data-row.ts';
import { paperValues, topicValues } from '../data-files/paper-values.ts';
import type { SqlValue } from './database.ts';

/** The rows of one announcement day, by table, their values in the order of the columns. */
export interface DayTables {
  paper: SqlValue[][];
  paper_text: SqlValue[][];
  paper_topic: SqlValue[][];
}

export function dayRows(entries: readonly PaperEntry[]): DayTables {
  const rows = entries.map(toDataRow);
  return {
    paper: rows.map(paperValues),
    paper_text: rows.map((row) => [row.id, row.title, row.authors.join(', '), row.abstract]),
    paper_topic: entries.flatMap(topicValues),
  };
}
