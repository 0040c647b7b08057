import { daysBefore } from '../query/day-span.ts';
import type { Archive } from '../query/archive.ts';
import type { AuthorView } from '../query/shelves/types.ts';

const DAYS = 30;
const ACTIVE = 36;

/** The pages of authors under their first letter. */
export function shelvesByLetter(
  archive: Archive,
): { letter: string; names: number; shelves: { shelf: string; count: number }[] }[] {
  const letters = Map.groupBy(archive.authors.list(), ({ shelf }) =>
    String.fromCodePoint(shelf.codePointAt(0) ?? 0).toUpperCase(),
  );
  return [...letters].map(([letter, shelves]) => ({
    letter,
    names: shelves.reduce((sum, { names }) => sum + names, 0),
    shelves: shelves.map(({ shelf, names }) => ({ shelf, count: names })),
  }));
}

/** Who of them has most papers in the last thirty days that stand on shelves; of equals, who has more in all. */
export function activeAuthors(archive: Archive): (AuthorView & { recent: number })[] {
  const to = archive.authors.to() ?? archive.newestDay();
  if (to === null) return [];
  return archive.authors.active(daysBefore(to, DAYS - 1), ACTIVE);
}
