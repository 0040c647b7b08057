import { join } from 'node:path';
import { authorSlug, shelfOf } from '../../text/author-slug.ts';
import type { DerivedDb } from '../derived-db.ts';
import { digest } from '../digest.ts';
import { waitForThread } from '../made-elsewhere.ts';
import type { ShardReader } from '../shard-reader.ts';
import { sourceHash } from '../source-hash.ts';
import { Credits, type Credit } from './credits.ts';
import { gather } from './gather.ts';
import { keepShelves, readShelves, type KeptShelves } from './kept-shelves.ts';
import type { AuthorShelves, AuthorView } from './types.ts';

const SOURCES = ['src/query/shelves/*.ts', 'src/text/author-slug.ts'];

/**
 * The shelves of authors, gathered when one of the questions is first asked, if the papers are not those of the last time.
 * @param dir where they are kept
 */
export function openShelves(db: DerivedDb, shards: ShardReader, dir: string): AuthorShelves {
  let opened: { credits: Credits; kept: KeptShelves } | null = null;
  const open = () => {
    if (opened) return opened;
    waitForThread('authors');
    const form = sourceHash(SOURCES);
    const credits = new Credits(db, shards, { dir: join(dir, 'days'), form });
    return (opened = { credits, kept: openKept(credits, dir, form) });
  };
  const on = (shelf: string): AuthorView[] => open().kept.on(shelf);
  return {
    list: () => open().kept.list,
    on,
    active: (since, most) => {
      const { credits } = open();
      const recent = credits.days(since).flatMap((day) => credits.of(day));
      return mostActive(recentPapers(recent), on, most);
    },
  };
}

function openKept(credits: Credits, dir: string, form: string): KeptShelves {
  const days = credits.days();
  const key = digest(form, JSON.stringify(days));
  const known = readShelves(dir, key);
  if (known) return known;
  keepShelves(dir, key, gather(days.map((day) => ({ date: day.date, credits: credits.of(day) }))));
  const kept = readShelves(dir, key);
  if (!kept) throw new Error(`${dir} does not give back the authors that were written to it`);
  return kept;
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
