/** The API's part of a run: the window of submissions, revisions of older papers, metadata by id. */
import type { AnnouncedItem, FetchedPaper } from '../paper.ts';
import { fetchIds, fetchRevisions } from './api-lists.ts';
import type { ApiChannel } from './api-page.ts';
import { fetchWindow } from './api-window.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import type { ArxivRequest } from './arxiv-request.ts';
import { failureOf } from './ask-arxiv.ts';
import { dueBetween } from '../calendar/calendar.ts';
import { capPapers } from './cap-papers.ts';
import { tell } from './channel-report.ts';
import { idsToComplete } from './ids-to-complete.ts';
import { joinChannels } from './join-channels.ts';
import { revisionsSince, type DayRange } from './submission-window.ts';

export interface ApiReading {
  /** The API gave all that it was asked for. */
  whole: boolean;
  /** Matches that were not read because the cap was reached. */
  unread: number;
}

/** Adds to `got` what the API gives. A failure of the API ends its part and is in the channel's report. */
export async function readApi(
  channel: ApiChannel,
  request: ArxivRequest,
  window: DayRange,
  items: readonly AnnouncedItem[],
  got: FetchedPaper[],
): Promise<ApiReading> {
  channel.report.state = 'ok';
  try {
    const unread = await readWindow(channel, request, window, got);
    if (unread === 0 && request.revisionCursor !== null) {
      const since = revisionsSince(request.revisionCursor);
      for await (const page of fetchRevisions(channel, window.from, since)) got.push(...page);
    }
    await readIds(channel, request, unread === 0 ? items : [], got);
    return { whole: true, unread };
  } catch (error) {
    tell(channel.report, failureOf(error));
    return { whole: false, unread: 0 };
  }
}

/** Stops once the cap is reached: submissions come oldest first, so a later run goes on from there. */
async function readWindow(
  channel: ApiChannel,
  request: ArxivRequest,
  window: DayRange,
  got: FetchedPaper[],
): Promise<number> {
  for await (const page of fetchWindow(channel, window)) {
    got.push(...page.papers);
    if (page.next !== null && capPapers(joinChannels(got), request).left > 0) {
      return page.total - page.next;
    }
  }
  // Days with a listing have papers.
  if (channel.report.rows > 0 || dueBetween(window.from, window.through).length === 0) return 0;
  const days = `${window.from} to ${window.through}`;
  throw new ArxivAnswerError(
    'inconsistent',
    `No paper is said to be submitted from ${days}, which is not believed`,
    {
      where: channel.base,
      remedy: 'OAI-PMH is asked instead.',
    },
  );
}

async function readIds(
  channel: ApiChannel,
  request: ArxivRequest,
  items: readonly AnnouncedItem[],
  got: FetchedPaper[],
): Promise<void> {
  const asked = idsToComplete(request, items, got);
  const found = new Set<string>();
  for await (const page of fetchIds(channel, asked)) {
    got.push(...page);
    for (const { id } of page) found.add(id);
  }
  // What was announced today may reach the API tomorrow.
  const announced = new Set(items.map(({ id }) => id));
  for (const id of asked) {
    if (!found.has(id) && !announced.has(id))
      channel.rejected.push({ where: id, why: 'the API does not know it' });
  }
}
