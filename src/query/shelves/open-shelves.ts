import type { DerivedDb } from '../derived-db.ts';
import type { ShardReader } from '../shard-reader.ts';
import { sourceHash } from '../source-hash.ts';
import { authorSlug, shelfOf } from '../../text/author-slug.ts';
import { bringInLine, type CreditSource } from './bring-in-line.ts';
import { authorsOf, type Credit } from './shelf-rows.ts';
import { ShelfStore, StaleShelves, type ShelfIndex } from './shelf-store.ts';
import type { AuthorShelf, AuthorShelves, AuthorView } from './types.ts';

const SOURCES = ['src/query/shelves/*.ts', 'src/text/author-slug.ts'];

/** More papers of a day than this are read with all the rest of its shard. */
const FEW = 20;

/**
 * The shelves of authors, brought in line with the archive when one of the questions is first asked.
 * @param dir where they are kept between builds
 */
export function openShelves(db: DerivedDb, shards: ShardReader, dir: string): AuthorShelves {
  const store = new ShelfStore(dir, sourceHash(SOURCES));
  const source = creditSource(db, shards);
  let index: ShelfIndex | null = null;
  /** A file that was damaged since is made again, with all others. */
  const ask = <Answer>(question: (index: ShelfIndex) => Answer): Answer => {
    try {
      return question((index ??= bringInLine(store, source)));
    } catch (error) {
      if (!(error instanceof StaleShelves)) throw error;
      store.clear();
      return question((index = bringInLine(store, source)));
    }
  };
  const on = (shelf: string): AuthorView[] =>
    ask(({ shelves }) => {
      const known = shelves[shelf];
      return known ? authorsOf(store.rows(shelf, known.sum)) : [];
    });
  return {
    list: () =>
      ask(({ shelves }) =>
        Object.entries(shelves)
          .map(([shelf, { key, names }]): AuthorShelf => ({ shelf, key, names }))
          .filter(({ names }) => names > 0)
          .sort((a, b) => (a.shelf < b.shelf ? -1 : 1)),
      ),
    on,
    active: (since, most) => {
      const credits = ask(({ days }) =>
        Object.entries(days)
          .filter(([date]) => date >= since)
          .flatMap(([date, { sum }]) => store.credits(date, sum)),
      );
      return mostActive(recentPapers(credits), on, most);
    },
  };
}

/** Papers of each name. */
function recentPapers(credits: readonly Credit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { authors } of credits)
    for (const slug of new Set(authors.map(authorSlug)))
      counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return counts;
}

/** Shelves are read from the most active down, until there are enough of them. */
function mostActive(
  recent: ReadonlyMap<string, number>,
  on: (shelf: string) => AuthorView[],
  most: number,
): (AuthorView & { recent: number })[] {
  const counts = [...recent].filter(([slug, count]) => count > 1 && slug !== '');
  const levels = [...Map.groupBy(counts, ([, count]) => count)].sort(([a], [b]) => b - a);
  const shelves = new Map<string, AuthorView[]>();
  const found: (AuthorView & { recent: number })[] = [];
  for (const [count, names] of levels) {
    if (found.length >= most) break;
    const level = names.flatMap(([slug]) => {
      const shelf = shelfOf(slug);
      const authors = shelves.get(shelf) ?? on(shelf);
      shelves.set(shelf, authors);
      const author = authors.find((one) => one.slug === slug);
      return author ? [{ ...author, recent: count }] : [];
    });
    found.push(
      ...level.sort((a, b) => b.papers.length - a.papers.length || (a.slug < b.slug ? -1 : 1)),
    );
  }
  return found.slice(0, most);
}

function creditSource(db: DerivedDb, shards: ShardReader): CreditSource {
  return {
    days: () =>
      db
        .all('SELECT date, records FROM day ORDER BY date')
        .map(([date, records]) => ({ date: String(date), records: String(records) })),
    creditsOn: (date, known) => {
      const rows = db
        .all('SELECT id, record, at, bytes FROM paper WHERE date = ? ORDER BY at', [date])
        .map(([id, record, at, bytes]) => ({
          id: String(id),
          place: { record: String(record), at: Number(at), bytes: Number(bytes) },
        }));
      const same = new Map(known.map((credit) => [credit.record, credit]));
      const news = rows.filter(({ place }) => !same.has(place.record)).map(({ place }) => place);
      const papers =
        news.length > FEW ? shards.all(date, news) : news.map((place) => shards.one(date, place));
      const read = papers.map(({ id, title, authors }, index): Credit => ({
        id,
        record: news[index]?.record ?? '',
        title,
        authors: authors.map(({ name }) => name),
      }));
      const credits = new Map([...known, ...read].map((credit) => [credit.record, credit]));
      return rows.flatMap(({ place }) => credits.get(place.record) ?? []);
    },
  };
}
