import type { Day } from '../../paper.ts';
import { authorSlug, shelfOf } from '../../text/author-slug.ts';
import type { Credit } from './credits.ts';
import { LEAST_PAPERS, type AuthorView } from './types.ts';

/** Who wrote the papers of one day, by id. */
export interface DayCredits {
  date: Day;
  credits: readonly Credit[];
}

interface Gathered {
  names: Map<string, number>;
  papers: AuthorView['papers'];
}

/**
 * Authors with papers enough, on their shelves; both in the order of their names.
 * @param days newest first
 */
export function gather(days: Iterable<DayCredits>): Map<string, AuthorView[]> {
  const slugs = new Map<string, string>();
  const found = new Map<string, Gathered>();
  for (const { date, credits } of days) {
    for (const { id, title, authors } of credits.toReversed()) {
      const paper = { id, title, date };
      for (const name of authors) {
        let slug = slugs.get(name);
        if (slug === undefined) slugs.set(name, (slug = authorSlug(name)));
        if (slug !== '') add(found, slug, name, paper);
      }
    }
  }
  const authors = [...found]
    .filter(([, { papers }]) => papers.length >= LEAST_PAPERS)
    .map(([slug, { names, papers }]) => ({ slug, name: usual(names), papers }))
    .sort((a, b) => compare(a.slug, b.slug));
  const shelves = Map.groupBy(authors, ({ slug }) => shelfOf(slug));
  return new Map([...shelves].sort(([a], [b]) => compare(a, b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

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
