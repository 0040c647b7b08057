/** Everything that one run learnt of one paper, whichever channel said it. */
import type { AnnouncedItem, FetchedPaper, Paper, PaperId } from '../paper.ts';
import type { MatchText } from '../match/compile-topics.ts';
import { comparePaperIds } from '../text/ids.ts';

export interface Sighting {
  id: PaperId;
  /** As the feed of the due listing names it. */
  item: AnnouncedItem | null;
  /** Whole statements, of the API and of OAI-PMH. */
  fetched: FetchedPaper[];
  /** As the archive holds it. */
  known: Paper | null;
}

/** Joins the channels by canonical id, in the order of ids. */
export function joinChannels(
  items: readonly AnnouncedItem[],
  fetched: readonly FetchedPaper[],
  find: (ids: PaperId[]) => ReadonlyMap<PaperId, Paper>,
): Sighting[] {
  const byItem = new Map(items.map((item) => [item.id, item]));
  const byFetched = Map.groupBy(fetched, (paper) => paper.id);
  const ids = [...new Set([...byItem.keys(), ...byFetched.keys()])].sort(comparePaperIds);
  const known = find(ids);
  return ids.map((id) => ({
    id,
    item: byItem.get(id) ?? null,
    fetched: byFetched.get(id) ?? [],
    known: known.get(id) ?? null,
  }));
}

/** What decides whether the paper is kept: the API's text over OAI-PMH's, and both over the feed's. */
export function textOf({ item, fetched, known, id }: Sighting): MatchText {
  const best = fetched.find((paper) => paper.from === 'api') ?? fetched[0] ?? item ?? known;
  if (!best) throw new Error(`${id} was sighted nowhere`);
  return best;
}
