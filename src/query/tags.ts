import type { Paper } from '../paper.ts';
import type { PaperEntry, RowEntry } from './views.ts';

/** What config makes of a paper: computed once per record, kept in the derived file, never in the snapshot. */
export type Tags = Pick<PaperEntry, 'topics' | 'venue' | 'facets' | 'lane'>;

export type Tagger = (paper: Paper) => Tags;

/** The part of an entry that listings may show; see `views.ts` for why it is so small. */
export function toRow({ paper, topics, venue, facets, lane }: PaperEntry): RowEntry {
  const { id, title, abstract, authors, categories, primary_category, announced, links } = paper;
  const row: RowEntry['paper'] = {
    id,
    title,
    abstract,
    authors,
    categories,
    primary_category,
    announced,
    links,
  };
  if (paper.withdrawn) row.withdrawn = true;
  if (paper.provisional) row.provisional = true;
  if (paper.summary) row.summary = paper.summary;
  return { paper: row, topics, venue, facets, lane };
}
