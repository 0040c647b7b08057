import type { EarlierVersion } from '../paper.ts';
import type { PaperEntry, RowEntry } from '../query/views.ts';
import { paperUrl } from '../render/urls.ts';
import type { ListedPaper, PaperRecord } from './shapes/paper.ts';

/** @param home address of the site's root, with a slash at its end */
export function toListed(
  { paper, topics, facets, venue, lane }: RowEntry,
  home: string,
): ListedPaper {
  const { id, title, abstract, authors, categories, primary_category, announced, links } = paper;
  return {
    id,
    url: paperUrl(home, id),
    title,
    abstract,
    authors,
    categories,
    primary_category,
    announced,
    lane,
    topics,
    facets: facets.map(({ group, id: facet }) => ({ group, id: facet })),
    venue,
    links,
    ...(paper.withdrawn && { withdrawn: true }),
    ...(paper.provisional && { provisional: true }),
    ...(paper.summary && { summary: paper.summary }),
  };
}

/** Everything but the bookkeeping of merges. */
export function toRecord(entry: PaperEntry, home: string): PaperRecord {
  const { version, submitted, updated, announced_from, first_seen, comment, journal_ref, doi } =
    entry.paper;
  const { license, citations, history } = entry.paper;
  return {
    ...toListed(entry, home),
    version,
    submitted,
    updated,
    announced_from,
    first_seen,
    comment,
    journal_ref,
    doi,
    ...(license !== undefined && { license }),
    ...(citations && { citations }),
    history: history.map(earlier),
  };
}

function earlier({ from: _from, as_of: _asOf, ...version }: EarlierVersion) {
  return version;
}
