import { daysBefore } from '../query/day-span.ts';
import type { Archive } from '../query/archive.ts';
import type { AuthorView } from '../query/author-shelves.ts';

const DAYS = 30;
const ACTIVE = 36;

/** The pages of authors under their first letter. */
export function shelvesByLetter(
  archive: Archive,
): { letter: string; names: number; shelves: { shelf: string; count: number }[] }[] {
  const letters = Map.groupBy(archive.authorShelves(), ({ shelf }) =>
    String.fromCodePoint(shelf.codePointAt(0) ?? 0).toUpperCase(),
  );
  return [...letters].map(([letter, shelves]) => ({
    letter,
    names: shelves.reduce((sum, { authors }) => sum + authors.length, 0),
    shelves: shelves.map(({ shelf, authors }) => ({ shelf, count: authors.length })),
  }));
}

/** Who of them has most papers in the last thirty days of the archive; of equals, who has more in all. */
export function activeAuthors(archive: Archive): (AuthorView & { recent: number })[] {
  const newest = archive.newestDay();
  if (newest === null) return [];
  const since = daysBefore(newest, DAYS - 1);
  return archive
    .authorShelves()
    .flatMap(({ authors }) => authors)
    .map((author) => ({
      ...author,
      recent: author.papers.filter(({ date }) => date >= since).length,
    }))
    .filter(({ recent }) => recent > 1)
    .sort(
      (a, b) =>
        b.recent - a.recent || b.papers.length - a.papers.length || (a.slug < b.slug ? -1 : 1),
    )
    .slice(0, ACTIVE);
}
