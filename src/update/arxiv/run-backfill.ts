/** Older papers, submitted in a range of days: a window at a time, each committed whole, so that it can be resumed. */
import {
  backfillRange,
  type BackfillCursor,
  type BackfillStep,
} from '../../arxiv/backfill-range.ts';
import { setOf } from '../../arxiv/oai-channel.ts';
import type { Config } from '../../config/config.ts';
import type { Env } from '../../env/variables.ts';
import type { Client } from '../../http/client.ts';
import type { Logger } from '../../log/logger.ts';
import type { Day, FetchedPaper, Instant } from '../../paper.ts';
import { commitSnapshot } from '../../store/commit-snapshot.ts';
import { lockSnapshot, type Lock } from '../../store/lock.ts';
import { openSnapshot } from '../../store/open-snapshot.ts';
import { dayOf } from '../../text/dates.ts';
import { arxivEndpoints } from './what-is-due.ts';
import { keeper } from './keep.ts';
import { mergeBatch, type MergedBatch } from './merge-batch.ts';
import { papersAround } from './papers-around.ts';
import { progressLine } from './progress-line.ts';
import { sightings } from './sighting.ts';

/** Where the place of an unfinished backfill is kept. */
export interface BackfillPlace {
  read: () => BackfillCursor | null;
  /** `null`: it is finished. */
  write: (cursor: BackfillCursor | null) => void;
}

export interface BackfillOptions {
  /** Days of first submission (UTC), both included. */
  from: Day;
  through: Day;
  via?: 'api' | 'oai';
}

export interface BackfillEffects {
  dir: string;
  env: Env;
  now: Instant;
  client: Client;
  log: Logger;
  place: BackfillPlace;
}

export interface BackfillResult {
  added: number;
  updated: number;
  unchanged: number;
  /** Records that could not be used, with the reason. */
  rejected: BackfillStep['rejected'];
}

/**
 * Fetches and merges what `config.yaml` keeps. What a window or a set brought is in the snapshot before the next is
 * begun; after a failure the same call goes on from there.
 *
 * @throws {HttpFailure | ArxivAnswerError} when arXiv fails for good
 * @throws {SnapshotError} when the snapshot is damaged, locked, or cannot be written
 */
export async function runBackfill(
  config: Config,
  { from, through, via = 'api' }: BackfillOptions,
  effects: BackfillEffects,
): Promise<BackfillResult> {
  const { client, env, log, place } = effects;
  const request = {
    from,
    through,
    via,
    endpoints: arxivEndpoints(config, env),
    categories: Object.keys(config.arxiv.categories),
    pageSize: config.arxiv.page_size,
    resume: place.read(),
  };
  const onProgress = (progress: Parameters<typeof progressLine>[0]): void =>
    log.progress(progressLine(progress));
  const total: BackfillResult = { added: 0, updated: 0, unchanged: 0, rejected: [] };
  const lock = lockSnapshot(effects.dir, { warn: (message) => log.warn(message) });
  try {
    let collected: FetchedPaper[] = [];
    let previous = request.resume;
    for await (const step of backfillRange(request, { client, onProgress })) {
      collected.push(...step.papers);
      total.rejected.push(...step.rejected);
      // dates are told by the neighbours in ids, so a window is merged when it is whole
      const goesOn = isWithin(step.cursor, previous, request.categories);
      previous = step.cursor;
      if (goesOn) continue;
      const { added, updated, unchanged } = commitWindow(config, collected, effects, lock);
      total.added += added;
      total.updated += updated;
      total.unchanged += unchanged;
      collected = [];
      place.write(step.cursor);
    }
  } finally {
    log.progress(null);
    lock.release();
  }
  return total;
}

/** Whether a cursor stands inside a window or a set, not at the beginning of the next. */
function isWithin(
  cursor: BackfillCursor | null,
  previous: BackfillCursor | null,
  categories: readonly string[],
): boolean {
  if (cursor?.via !== 'oai') return cursor !== null && cursor.start > 0;
  const set = previous?.via === 'oai' ? previous.set : setOf(categories[0] ?? '');
  return cursor.set === set;
}

function commitWindow(
  config: Config,
  collected: readonly FetchedPaper[],
  { dir, now }: BackfillEffects,
  lock: Lock,
): MergedBatch['merged'] {
  const base = openSnapshot(dir);
  const newest = new Map<string, FetchedPaper>();
  for (const paper of collected) {
    if (paper.version >= (newest.get(paper.id)?.version ?? 0)) newest.set(paper.id, paper);
  }
  const seen = sightings([], [...newest.values()], (ids) => base.find(ids));
  const { papers, merged } = mergeBatch({
    seen,
    listing: null,
    neighbours: papersAround(base, seen),
    categories: Object.keys(config.arxiv.categories),
    keep: keeper(config),
    today: dayOf(now),
  });
  if (papers.length > 0) commitSnapshot(dir, { base, papers }, { lock });
  return merged;
}
