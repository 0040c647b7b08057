/** arXiv as a source of the daily run: plan → fetch → join → judge the feed → keep and merge → receipts. */
import { calendarWarning } from '../../calendar/calendar.ts';
import { fetchArxiv } from '../../arxiv/fetch-arxiv.ts';
import type { Progress } from '../../arxiv/progress.ts';
import type { RunContext, Source, SourceOutcome } from '../source.ts';
import { batchProblems, channelReceipts } from './channel-receipts.ts';
import { judgeFeed } from './judge-feed.ts';
import { formatMemory } from './memory.ts';
import { mergeBatch } from './merge-batch.ts';
import { papersAround } from './papers-around.ts';
import { planRun } from './plan-run.ts';
import { progressLine } from './progress-line.ts';
import { receiptsOfRun } from './receipts-of-run.ts';
import { sightings } from './sighting.ts';
import { sourceState } from './source-state.ts';
import { nextMemory } from './what-is-due.ts';

export const arxivSource: Source = { name: 'arxiv', run };

async function run(context: RunContext): Promise<SourceOutcome> {
  const { archive, client, log, now, today } = context;
  const { snapshot } = archive;
  const plan = planRun(context);
  const onProgress = (progress: Progress): void => log.progress(progressLine(progress));
  const batch = await fetchArxiv(plan.request, { client, now, onProgress });
  log.progress(null);

  const items = batch.announcement?.items ?? [];
  const seen = sightings(items, batch.papers, (ids) => archive.find(ids));
  const feed = judgeFeed(batch, seen, snapshot);
  const merged = mergeBatch({
    seen,
    listing: feed.listing,
    neighbours: papersAround(snapshot, seen),
    categories: plan.request.categories,
    keep: plan.keep,
    today,
  });
  archive.put(merged.papers);

  const receipts = receiptsOfRun(context, plan, batch, feed, merged);
  const { complete, idsRead } = batch;
  const got = { complete, idsRead, newestRevision: merged.newestRevision };
  return {
    state: sourceState(batch, [...plan.earlier, ...receipts], now),
    answered: batch.complete || batch.capped,
    merged: merged.merged,
    receipts,
    channels: channelReceipts(batch),
    cursor: formatMemory(nextMemory(plan.memory, plan.due, got, now)),
    ...(batch.left > 0 ? { capped: batch.left } : {}),
    problems: batchProblems(batch, calendarWarning(now)),
  };
}
