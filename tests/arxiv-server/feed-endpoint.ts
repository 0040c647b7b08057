/** `/atom/<categories>` and `/rss/<categories>`: the listing of the present day in New York, or nothing. */
import type { Day } from '../../src/paper.ts';
import { announcedItems, type ListedItem } from './announced-items.ts';
import type { Answer } from './answer.ts';
import { atomAnnouncements } from './atom-announcements.ts';
import { newYork, newYorkHour } from './mailing-calendar.ts';
import { rssAnnouncements } from './rss-announcements.ts';
import type { World } from './world.ts';
import { line, text } from './xml-text.ts';

export interface FeedOptions {
  /** A stale feed: the items of this listing date under today's stamps. */
  itemsOf: Day | null;
  distort: (items: ListedItem[]) => ListedItem[];
}

const archives =
  /^(?:astro-ph|cond-mat|cs|econ|eess|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|nlin|nucl-(?:ex|th)|physics|q-bio|q-fin|quant-ph|stat)$/;

export function answerFeed(
  form: 'atom' | 'rss',
  asked: string,
  world: World,
  now: number,
  options: FeedOptions,
): Answer {
  const type = form === 'atom' ? 'application/atom+xml' : 'application/rss+xml';
  const categories = asked.split(/[+ ]/);
  const bad = categories.find((category) => !known(category, world));
  if (bad !== undefined) return { status: 400, type, body: badCategory(bad, asked) };
  const today = newYork(now).day;
  const items = options.distort(announcedItems(world, options.itemsOf ?? today, categories));
  // rebuilt shortly after midnight in New York
  const built = newYorkHour(today, 0) + 19_000;
  const page = { categories, stamped: today, built, items };
  const write = form === 'atom' ? atomAnnouncements : rssAnnouncements;
  return { status: 200, type, body: write(page) };
}

function known(category: string, world: World): boolean {
  const [archive = '', subject] = category.split('.');
  if (!archives.test(archive)) return false;
  return (
    subject === undefined ||
    /^[A-Z]{2}$|^[a-z-]+$/.test(subject) ||
    world.papers.some((paper) => paper.categories.includes(category))
  );
}

const badCategory = (bad: string, asked: string): string => `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
  <id>${text(`http://rss.arxiv.org/atom/${asked}`)}</id>
${line(2, 'title', `Feed error for query: http://rss.arxiv.org/atom/${asked}`)}${line(2, 'subtitle', `Bad archive '${bad}'.`)}</feed>
`;
