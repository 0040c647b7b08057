import type { z } from 'astro/zod';
import type { PaperEntry } from '../../query/views.ts';
import { arxivUrl } from '../../render/urls.ts';
import type { legacyPaper } from './shape.ts';

/** @param category the topic that it is listed under */
export function toLegacy(
  { paper, venue }: PaperEntry,
  category: string,
): z.infer<typeof legacyPaper> {
  const affiliations = paper.authors.flatMap(({ affiliation }) => affiliation ?? []);
  return {
    id: paper.id,
    title: paper.title,
    authors: paper.authors.map(({ name }) => name).join(', '),
    date: paper.announced,
    pdf_id: paper.id,
    pdf_url: arxivUrl('pdf', paper.id),
    code_url: paper.links.find(({ kind }) => kind === 'code')?.url ?? null,
    category,
    abstract: paper.abstract,
    citation_count: paper.citations?.count ?? 0,
    influential_citation_count: paper.citations?.influential ?? 0,
    author_affiliations: [...new Set(affiliations)],
    venue: venue?.name ?? paper.citations?.venue ?? null,
    publication_year: venue?.year ?? Number(paper.submitted.slice(0, 4)),
  };
}
