import type { PaperEntry } from '../query/views.ts';
import type { DataRow } from './data-row.ts';

type Value = string | number | null;

/** A row of the table `paper`, in the order of its columns, as SQLite and the exports have it. */
export const paperValues = (row: DataRow): Value[] => [
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
];

/** Its rows of the table `paper_topic`. */
export const topicValues = ({ paper, topics }: PaperEntry): string[][] =>
  topics.map(({ topic, phrase, place }) => [topic, paper.id, phrase, place]);
