import type { Day } from '../paper.ts';
import type { Archive } from './archive.ts';
import type { PaperRef } from './views.ts';

/** A name and the papers that carry it. Two people of one name are one here: arXiv states no more than the name. */
export interface AuthorPapers {
  name: string;
  /** Newest day first. */
  papers: PaperRef[];
}

/** Authors of the papers announced in a span of days, both included: most papers first, then by name. */
export function authorsOf(archive: Archive, from: Day, to: Day): AuthorPapers[] {
  const found = new Map<string, PaperRef[]>();
  for (const { date } of archive.paperDays()) {
    if (date < from || date > to) continue;
    for (const { paper } of archive.day(date).papers) {
      for (const name of new Set(paper.authors.map((author) => author.name))) {
        const papers = found.get(name) ?? [];
        papers.push({ id: paper.id, title: paper.title });
        found.set(name, papers);
      }
    }
  }
  return [...found]
    .map(([name, papers]) => ({ name, papers }))
    .sort((a, b) => b.papers.length - a.papers.length || (a.name < b.name ? -1 : 1));
}
