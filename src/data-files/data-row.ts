import type { Day, PaperId } from '../paper.ts';
import type { PaperEntry } from '../query/views.ts';

/** A paper as a row of a table: what the data files hold of it. */
export interface DataRow {
  id: PaperId;
  version: number;
  title: string;
  abstract: string | null;
  authors: string[];
  categories: string[];
  primary_category: string;
  submitted: string;
  updated: string;
  announced: Day;
  lane: 'new' | 'cross';
  topics: string[];
  venue: string | null;
  venue_year: number | null;
  code_url: string | null;
  doi: string | null;
  journal_ref: string | null;
  comment: string | null;
  license: string | null;
  withdrawn: boolean;
  citations: number | null;
}

export function toDataRow({ paper, topics, venue, lane }: PaperEntry): DataRow {
  return {
    id: paper.id,
    version: paper.version,
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors.map(({ name }) => name),
    categories: paper.categories,
    primary_category: paper.primary_category,
    submitted: paper.submitted,
    updated: paper.updated,
    announced: paper.announced,
    lane,
    topics: topics.map(({ topic }) => topic),
    venue: venue?.name ?? null,
    venue_year: venue?.year ?? null,
    code_url: paper.links.find(({ kind }) => kind === 'code')?.url ?? null,
    doi: paper.doi,
    journal_ref: paper.journal_ref,
    comment: paper.comment,
    license: paper.license ?? null,
    withdrawn: paper.withdrawn ?? false,
    citations: paper.citations?.count ?? null,
  };
}
