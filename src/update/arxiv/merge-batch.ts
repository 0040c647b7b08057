/** What the channels brought → merged papers, and what became of each item of the feed. */
import type { Day, Instant, Paper, PaperId } from '../../paper.ts';
import { mergePaper } from '../../store/merge-paper.ts';
import type { ItemOutcome } from './announcement-receipt.ts';
import { dateSightings } from './date-sightings.ts';
import type { Keep } from './keep.ts';
import { observationOf } from './observation.ts';
import { textOf, type Sighting } from './sighting.ts';

export interface MergedBatch {
  /** Papers that are new or changed. */
  papers: Paper[];
  merged: { added: number; updated: number; unchanged: number };
  /** By id, of what the feed named. */
  outcomes: Map<PaperId, ItemOutcome>;
  /** The newest `updated` of a whole statement; `null` when there was none. */
  newestRevision: Instant | null;
}

export interface BatchFacts {
  seen: readonly Sighting[];
  /** The date of the fresh feed that named the items; `null` when there was none. */
  listing: Day | null;
  /** Papers of the archive from the weeks that the batch is of. */
  neighbours: Iterable<Paper>;
  /** Those that are asked for. */
  categories: readonly string[];
  keep: Keep;
  /** The UTC day of the run. */
  today: Day;
}

export function mergeBatch(facts: BatchFacts): MergedBatch {
  const { seen, listing, keep, today } = facts;
  const dates = dateSightings(seen, listing, facts.neighbours, facts.categories);
  const papers: Paper[] = [];
  const merged = { added: 0, updated: 0, unchanged: 0 };
  const outcomes = new Map<PaperId, ItemOutcome>();
  let newestRevision: Instant | null = null;
  for (const sighting of seen) {
    const { id, item, fetched, known } = sighting;
    if (fetched && fetched.from !== 'feed' && fetched.updated > (newestRevision ?? ''))
      newestRevision = fetched.updated;
    // what the archive holds stays in it, whatever config.yaml keeps by now
    if (known === null && keep(textOf(sighting)) === null) {
      if (item) outcomes.set(id, 'not_matching');
      continue;
    }
    const observation = observationOf(sighting, dates.get(id), listing);
    if (item) outcomes.set(id, known || observation ? 'kept' : 'failed');
    if (!observation) continue;
    const { paper, change } = mergePaper(known ?? undefined, observation, today);
    merged[change] += 1;
    if (change !== 'unchanged') papers.push(paper);
  }
  return { papers, merged, outcomes, newestRevision };
}
