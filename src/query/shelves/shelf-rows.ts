import type { Day, PaperId } from '../../paper.ts';
import { authorSlug, shelfOf } from '../../text/author-slug.ts';
import { LEAST_PAPERS, type AuthorView } from './types.ts';

/** Who wrote a paper, by the digest of its record. */
export interface Credit {
  id: PaperId;
  record: string;
  title: string;
  authors: string[];
}

/** A paper under one of its authors. */
export interface ShelfRow {
  slug: string;
  /** As this paper writes it. */
  name: string;
  date: Day;
  id: PaperId;
  title: string;
}

/** A row for each author of a paper, by the shelf that it stands on; names without letters and digits have none. */
export function rowsOf({ id, title, authors }: Credit, date: Day): Map<string, ShelfRow[]> {
  const rows = authors.flatMap((name): ShelfRow[] => {
    const slug = authorSlug(name);
    return slug === '' ? [] : [{ slug, name, date, id, title }];
  });
  return Map.groupBy(rows, ({ slug }) => shelfOf(slug));
}

/** By author; of each the newest announcement first, within a day the highest id; names of one paper as they came. */
export function inOrder(rows: readonly ShelfRow[]): ShelfRow[] {
  return rows.toSorted(
    (a, b) => compare(a.slug, b.slug) || compare(b.date, a.date) || compare(b.id, a.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Those who have papers enough. @param rows in order */
export function authorsOf(rows: readonly ShelfRow[]): AuthorView[] {
  return [...Map.groupBy(rows, ({ slug }) => slug)].flatMap(([slug, own]) => {
    // Two authors of one paper may fold alike: it is counted once.
    const papers = own.filter(({ id }, index) => own[index - 1]?.id !== id);
    if (papers.length < LEAST_PAPERS) return [];
    return [
      {
        slug,
        name: usual(own.map(({ name }) => name)),
        papers: papers.map(({ id, title, date }) => ({ id, title, date })),
      },
    ];
  });
}

/** The form that occurs most; of equals, the one that the newest paper has. */
function usual(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let [best, most] = ['', 0];
  for (const [name, count] of counts) if (count > most) [best, most] = [name, count];
  return best;
}
