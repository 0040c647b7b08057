import { createHash } from 'node:crypto';
import type { Day, Paper } from '../paper.ts';
import { textAsOf } from './text-as-of.ts';

/** A paper's text enters the index on a day: when it is announced, and when a replacement changes what is searched. */
export interface SearchEvent {
  paper: Paper;
  day: Day;
}

/** What a shard brings to each day: enough to know whether a period changed, without reading the shard again. */
export type ShardDigest = Record<Day, { papers: number; digest: string }>;

const changesText = (earlier: Paper['history'][number]): boolean =>
  earlier.title !== undefined || earlier.abstract !== undefined || earlier.authors !== undefined;

/** The days on which a paper's text enters the index, oldest first. */
export function searchEvents(paper: Paper): SearchEvent[] {
  const replaced = paper.history
    .filter((h) => h.replaced !== null && h.replaced > paper.announced && changesText(h))
    .map((h) => h.replaced ?? '');
  return [paper.announced, ...new Set(replaced)].map((day) => ({ paper, day }));
}

/** All that a search document is made of, as one line. What is not in here changes no index. */
const fingerprint = ({ paper, day }: SearchEvent): string =>
  JSON.stringify([
    paper.id,
    paper.announced,
    textAsOf(paper, day),
    paper.categories,
    paper.links.some((l) => l.kind === 'code'),
  ]);

/** The digest of a shard's papers, by the day on which their text enters the index. */
export function digestShard(papers: readonly Paper[]): ShardDigest {
  const hashes = new Map<Day, { papers: number; hash: ReturnType<typeof createHash> }>();
  for (const event of papers.flatMap(searchEvents)) {
    const at = hashes.get(event.day) ?? { papers: 0, hash: createHash('sha256') };
    at.papers += 1;
    at.hash.update(fingerprint(event)).update('\n');
    hashes.set(event.day, at);
  }
  return Object.fromEntries(
    [...hashes].map(([day, { papers, hash }]) => [
      day,
      { papers, digest: hash.digest('base64url') },
    ]),
  );
}
