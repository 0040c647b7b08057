import type { Day } from '../paper.ts';
import type { Archive } from './archive.ts';
import type { PaperRef, RowPaper } from './views.ts';

type Authored = Pick<RowPaper, 'id' | 'title' | 'authors'>;

/** A name and the papers that carry it. Two people of one name are one here: arXiv states no more than the name. */
export interface AuthorPapers {
  name: string;
  /** Newest day first. */
  papers: PaperRef[];
}

/** Authors of the papers announced in a span of days, both included: most papers first, then by name. */
export function authorsOf(archive: Archive, from: Day, to: Day): AuthorPapers[] {
  const days = archive.paperDays().filter(({ date }) => date >= from && date <= to);
  return byAuthor(days.flatMap(({ date }) => archive.day(date).papers.map(({ paper }) => paper)));
}

/** Papers by author: most papers first, then by name; the papers of each in the order given. */
export function byAuthor(papers: Iterable<Authored>): AuthorPapers[] {
  return [...papersOfAuthors(papers)]
    .map(([name, own]) => ({ name, papers: own }))
    .sort((a, b) => b.papers.length - a.papers.length || (a.name < b.name ? -1 : 1));
}

/** As `byAuthor`, by name and in no order. */
export function papersOfAuthors(papers: Iterable<Authored>): Map<string, PaperRef[]> {
  const found = new Map<string, PaperRef[]>();
  for (const { id, title, authors } of papers) {
    const paper = { id, title };
    for (const name of new Set(authors.map((author) => author.name))) {
      const known = found.get(name);
      if (known) known.push(paper);
      else found.set(name, [paper]);
    }
  }
  return found;
}
