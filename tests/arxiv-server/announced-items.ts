/** Which items an announcement feed holds for a listing date and the categories asked for. */
import type { AnnounceType, Day } from '../../src/paper.ts';
import type { ServedPaper } from './served-paper.ts';
import { categoriesAt, type Shown, type World } from './world.ts';

export interface ListedItem extends Shown {
  type: AnnounceType;
}

const order: AnnounceType[] = ['new', 'cross', 'replace', 'replace-cross'];
/** Source: arxiv-feed, `database.py`. */
const most = 2000;
const lastListedReplacement = 5;

/** The items in the feed's order, cut at 2000: the cap eats replacements first. */
export function announcedItems(world: World, day: Day, asked: string[]): ListedItem[] {
  const inAsked = (category: string): boolean =>
    asked.some((name) => name === category || category.startsWith(`${name}.`));
  const items = world.papers.flatMap((paper) => listed(paper, day, inAsked) ?? []);
  items.sort(
    (a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.paper.id < b.paper.id ? -1 : 1),
  );
  return items.slice(0, most);
}

function listed(
  paper: ServedPaper,
  day: Day,
  inAsked: (category: string) => boolean,
): ListedItem | undefined {
  const categories = categoriesAt(paper, day);
  if (!categories.some(inAsked)) return undefined;
  const primaryAsked = inAsked(categories[0] ?? '');
  const version = paper.versions.findLast((v) => v.announced <= day);
  if (!version) return undefined;
  const type = typeOf(paper, version.announced === day ? version.version : null, day, inAsked);
  if (!type) return undefined;
  return {
    paper,
    version,
    categories,
    type: primaryAsked ? type : type === 'replace' ? 'replace-cross' : 'cross',
  };
}

function typeOf(
  paper: ServedPaper,
  version: number | null,
  day: Day,
  inAsked: (category: string) => boolean,
): 'new' | 'cross' | 'replace' | undefined {
  if (paper.versions[0]?.announced === day) return 'new';
  const crossed = paper.crossListed?.some((c) => c.announced === day && inAsked(c.category));
  if (crossed) return 'cross';
  return version !== null && version <= lastListedReplacement ? 'replace' : undefined;
}
