import type { Day, PaperId } from '../paper.ts';
import { authorSlug, shelfOf } from '../text/author-slug.ts';
import type { AuthoredPaper } from './author-notes.ts';
import type { QueryContext } from './context.ts';
import { digest } from './digest.ts';
import { perArchive } from './per-archive.ts';

/** Papers that a name must have here before it has a place of its own. */
export const LEAST_PAPERS = 3;

/** One name as it folds (`src/text/author-slug.ts`): all who write it so. */
export interface AuthorView {
  slug: string;
  /** As most of the papers write it; of equals, as the newest does. */
  name: string;
  /** Newest announcement first; within a day by id, the highest first. */
  papers: { id: PaperId; title: string; date: Day }[];
}

/** The authors of one page, by name. */
export interface AuthorShelf {
  shelf: string;
  /** Changes whenever anything in `authors` does. */
  key: string;
  authors: AuthorView[];
}

/** Authors with at least three papers in the archive, on their shelves; both in the order of their names. */
export const listAuthorShelves = perArchive(({ authorNotes }: QueryContext): AuthorShelf[] => {
  const authors = groupByName(authorNotes());
  const shelves = Map.groupBy(authors, ({ slug }) => shelfOf(slug));
  return [...shelves]
    .map(([shelf, on]) => ({ shelf, key: digest(JSON.stringify(on)), authors: on }))
    .sort((a, b) => (a.shelf < b.shelf ? -1 : 1));
});

interface Gathered {
  names: Map<string, number>;
  papers: AuthorView['papers'];
}

function groupByName(days: readonly { date: Day; papers: AuthoredPaper[] }[]): AuthorView[] {
  const slugs = new Map<string, string>();
  const found = new Map<string, Gathered>();
  for (const { date, papers } of days) {
    for (const { id, title, authors } of papers.toSorted((a, b) => (a.id < b.id ? 1 : -1))) {
      const paper = { id, title, date };
      for (const name of authors) {
        let slug = slugs.get(name);
        if (slug === undefined) slugs.set(name, (slug = authorSlug(name)));
        if (slug !== '') add(found, slug, name, paper);
      }
    }
  }
  return [...found]
    .filter(([, { papers }]) => papers.length >= LEAST_PAPERS)
    .map(([slug, { names, papers }]) => ({ slug, name: usual(names), papers }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function add(
  found: Map<string, Gathered>,
  slug: string,
  name: string,
  paper: AuthorView['papers'][number],
): void {
  const known = found.get(slug);
  if (!known) {
    found.set(slug, { names: new Map([[name, 1]]), papers: [paper] });
    return;
  }
  known.names.set(name, (known.names.get(name) ?? 0) + 1);
  // Two authors of one paper may fold alike: it is counted once.
  if (known.papers.at(-1)?.id !== paper.id) known.papers.push(paper);
}

/** The form that occurs most; names are in the order in which they were met, the newest first. */
function usual(names: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0];
  for (const [name, count] of names) if (count > most) [best, most] = [name, count];
  return best;
}
