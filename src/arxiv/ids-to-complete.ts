/** For which papers metadata have to be asked by id: no more than what nothing else brought. */
import type { AnnouncedItem, FetchedPaper, PaperId } from '../paper.ts';
import type { ArxivRequest } from './arxiv-request.ts';

/**
 * Announced papers that are kept and whose announced version neither `got` nor the archive has, and those of the archive
 * that lack metadata. A cross-list is asked for even when known: it changes the categories of a version.
 */
export function idsToComplete(
  request: Pick<ArxivRequest, 'keep' | 'known' | 'complete'>,
  items: readonly AnnouncedItem[],
  got: readonly FetchedPaper[],
): PaperId[] {
  const versions = versionsOf(got);
  const announced = items.filter((item) => {
    if ((versions.get(item.id) ?? 0) >= item.version || !request.keep(item)) return false;
    return item.type === 'cross' || (request.known(item.id) ?? 0) < item.version;
  });
  const lacking = (request.complete ?? []).filter((id) => !versions.has(id));
  return [...new Set([...announced.map(({ id }) => id), ...lacking])].sort();
}

/** The highest version of each paper. */
export function versionsOf(papers: readonly FetchedPaper[]): Map<PaperId, number> {
  const versions = new Map<PaperId, number>();
  for (const { id, version } of papers) versions.set(id, Math.max(version, versions.get(id) ?? 0));
  return versions;
}
