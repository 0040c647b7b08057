/** What a perfect run of days would hold: computed from the local arXiv's papers, without the product's code. */
import type { Day, PaperId } from '../../src/paper.ts';
import { announcedItems, type ListedItem } from '../arxiv-server/announced-items.ts';
import { listingDate, lists, addDays } from '../arxiv-server/mailing-calendar.ts';
import type { ServedPaper } from '../arxiv-server/served-paper.ts';
import { World } from '../arxiv-server/world.ts';

export interface ExpectedPaper {
  id: PaperId;
  /** The newest version announced by the end. */
  version: number;
  /** The dates that would be right; more than one only where arXiv itself gives no better answer. */
  announced: Day[];
}

export interface ExpectedFacts {
  papers: ServedPaper[];
  categories: string[];
  /** Whether the config keeps a paper, by its text and the categories it has. */
  keeps: (paper: ServedPaper, categories: readonly string[]) => boolean;
  /** Listings of the rehearsal, both included. */
  from: Day;
  through: Day;
}

/** Everything that the listings announce, new, cross-listed or replaced, and the config keeps. */
export function expectedPapers(facts: ExpectedFacts): Map<PaperId, ExpectedPaper> {
  const world = new World(facts.papers);
  const expected = new Map<PaperId, ExpectedPaper>();
  for (let day = facts.from; day <= facts.through; day = addDays(day, 1)) {
    if (!lists(day)) continue;
    for (const item of announcedItems(world, day, facts.categories)) {
      if (!facts.keeps(item.paper, item.categories)) continue;
      const known = expected.get(item.paper.id);
      const announced = known?.announced ?? rightDates(item, day, facts);
      expected.set(item.paper.id, { id: item.paper.id, version: item.version.version, announced });
    }
  }
  return expected;
}

function rightDates({ paper, type }: ListedItem, day: Day, facts: ExpectedFacts): Day[] {
  const [first] = paper.versions;
  if (!first) throw new Error(`${paper.id} has no version`);
  if (type === 'new' || first.announced === day) return [day];
  // a cross-list of what was announced elsewhere: it is news here on that day, and arXiv announced it before
  if (type === 'cross') return [day, first.announced];
  // announced before the rehearsal began: what moderation held then cannot be known from its submission
  return first.announced < facts.from
    ? [first.announced, listingDate(first.submitted)]
    : [first.announced];
}
