import { join } from 'node:path';
import type { Day } from '../../paper.ts';
import { authorSlug, shelfOf } from '../../text/author-slug.ts';
import type { DerivedDb } from '../derived-db.ts';
import { digest } from '../digest.ts';
import { waitForThread } from '../made-elsewhere.ts';
import type { ShardReader } from '../shard-reader.ts';
import { sourceHash } from '../source-hash.ts';
import { Credits, type Credit, type CreditedDay } from './credits.ts';
import { gather } from './gather.ts';
import { keepShelves, readShelves, type KeptShelves, type ShelvedDay } from './kept-shelves.ts';
import { shelvedTo } from './shelved-to.ts';
import type { AuthorShelves, AuthorView } from './types.ts';

const SOURCES = ['src/query/shelves/*.ts', 'src/search/text-as-of.ts', 'src/text/author-slug.ts'];

interface Opened {
  credits: Credits;
  kept: KeptShelves;
  to: Day | null;
}

/**
 * The shelves of authors, gathered when one of the questions is first asked, if what they show is not that of the last
 * time.
 * @param dir where they are kept
 * @param small papers up to which the newest day stands on shelves too
 */
export function openShelves(
  db: DerivedDb,
  shards: ShardReader,
  { dir, small }: { dir: string; small?: number | undefined },
): AuthorShelves {
  let opened: Opened | null = null;
  const gathered = (read: (form: string) => KeptShelves | null): Opened => {
    const form = sourceHash(SOURCES);
    const to = shelvedTo(db, small);
    const credits = new Credits(db, shards, { dir: join(dir, 'days'), form, to });
    const keptAs = digest(form, to ?? '');
    return (opened = { credits, kept: openKept(credits, { dir, form: keptAs }, read(keptAs)), to });
  };
  const open = (): Opened => {
    if (opened) return opened;
    waitForThread('authors');
    return gathered((form) => readShelves(dir, form));
  };
  // What is damaged in the cache costs gathering all of it again.
  const on = (shelf: string): AuthorView[] =>
    open().kept.on(shelf) ?? gathered(() => null).kept.on(shelf) ?? lost(dir);
  return {
    to: () => open().to,
    list: () => open().kept.list,
    on,
    active: (since, most) => {
      const { credits } = open();
      const recent = credits.days(since).flatMap((day) => credits.of(day));
      return mostActive(recentPapers(recent), on, most);
    },
  };
}

/** @param kept what is known from before */
function openKept(
  credits: Credits,
  { dir, form }: { dir: string; form: string },
  kept: KeptShelves | null,
): KeptShelves {
  const read = new Map<Day, Credit[]>();
  const creditsOf = (day: CreditedDay): Credit[] => {
    const found = read.get(day.date) ?? credits.of(day);
    read.set(day.date, found);
    return found;
  };
  const known = new Map(kept?.days.map((day) => [day.date, day]));
  const days = credits.days().map((day): ShelvedDay => {
    const before = known.get(day.date);
    return before?.records === day.records ? before : { ...day, shown: shownOf(creditsOf(day)) };
  });
  if (kept && sameShown(kept.days, days)) {
    if (days.some((day) => day !== known.get(day.date))) kept.stillOf(days);
    return kept;
  }
  const credited = days.map((day) => ({ date: day.date, credits: creditsOf(day) }));
  keepShelves(dir, form, days, gather(credited));
  return readShelves(dir, form) ?? lost(dir);
}

function lost(dir: string): never {
  throw new Error(`${dir} does not give back the authors that were written to it`);
}

const shownOf = (credits: readonly Credit[]): string =>
  digest(JSON.stringify(credits.map(({ id, title, authors }) => [id, title, authors])));

const sameShown = (before: readonly ShelvedDay[], now: readonly ShelvedDay[]): boolean =>
  before.length === now.length &&
  now.every(({ date, shown }, at) => before[at]?.date === date && before[at].shown === shown);

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
