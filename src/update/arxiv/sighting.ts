/** Everything that one run learnt of one paper. */
import type { MatchText } from '../../match/compile-topics.ts';
import type { AnnouncedItem, FetchedPaper, Paper, PaperId } from '../../paper.ts';
import { comparePaperIds } from '../../text/ids.ts';

export interface Sighting {
  id: PaperId;
  /** As a feed names it. */
  item: AnnouncedItem | null;
  /** What the channels state of it, joined; `null` for what the feed named and nobody was asked about. */
  fetched: FetchedPaper | null;
  /** As the archive holds it. */
  known: Paper | null;
}

/** Joins by canonical id, in the order of ids. */
export function sightings(
  items: readonly AnnouncedItem[],
  fetched: readonly FetchedPaper[],
  find: (ids: PaperId[]) => ReadonlyMap<PaperId, Paper>,
): Sighting[] {
  const byItem = new Map(items.map((item) => [item.id, item]));
  const byFetched = new Map(fetched.map((paper) => [paper.id, paper]));
  const ids = [...new Set([...byItem.keys(), ...byFetched.keys()])].sort(comparePaperIds);
  const known = find(ids);
  return ids.map((id) => ({
    id,
    item: byItem.get(id) ?? null,
    fetched: byFetched.get(id) ?? null,
    known: known.get(id) ?? null,
  }));
}

/** What decides whether the paper is kept. */
export function textOf({ id, item, fetched, known }: Sighting): MatchText {
  const text = fetched ?? item ?? known;
  if (!text) throw new Error(`${id} was sighted nowhere`);
  return text;
}
