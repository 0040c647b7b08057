/** All papers submitted in a range of days, from the API. */
import type { FetchedPaper } from '../paper.ts';
import { fetchPage, type ApiChannel } from './api-page.ts';
import { categoryQuery, DEEPEST, type ApiRequest } from './api-query.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import { StepProgress } from './progress.ts';
import { halves, type DayRange } from './submission-window.ts';

/** A page, and where the list goes on; `next` is `null` after the last. */
export interface ApiPage {
  papers: FetchedPaper[];
  total: number;
  next: number | null;
  range: DayRange;
}

/**
 * Every paper submitted within the days, oldest first, a page at a time. A window with more than the server can page
 * through is halved. When papers come or go between pages, what shifted is asked for again; a list that does not add up
 * in the end is walked once more, and then not believed. An empty list is asked for twice: empty but valid answers happen.
 * Throws `HttpFailure` or `ArxivAnswerError` (`inconsistent`); what was yielded before stays good.
 * @param start to go on within the window
 */
export async function* fetchWindow(
  channel: ApiChannel,
  range: DayRange,
  start = 0,
): AsyncGenerator<ApiPage> {
  let any = start > 0;
  for await (const page of walkWindow(channel, range, start)) {
    any ||= page.total > 0;
    if (any) yield page;
  }
  if (!any) yield* walkWindow(channel, range, start);
}

async function* walkWindow(
  channel: ApiChannel,
  range: DayRange,
  from: number,
): AsyncGenerator<ApiPage> {
  const step = `submissions ${range.from} to ${range.through}`;
  const progress = new StepProgress('api', step, channel.onProgress, channel.clock);
  const seen = new Set<string>();
  for (const start of [from, 0]) {
    const total = yield* walkOnce(channel, range, start, seen, progress);
    const parts = total > DEEPEST ? halves(range) : null;
    if (parts) {
      for (const part of parts) yield* walkWindow(channel, part, 0);
      return;
    }
    if (total > DEEPEST) throw tooMany(channel, range, total);
    if (start + seen.size >= total) return;
  }
  throw new ArxivAnswerError(
    'inconsistent',
    `The pages hold ${seen.size} papers, fewer than they say there are`,
    {
      where: `API, ${step}`,
      remedy: 'What was read is kept; a later run asks again.',
    },
  );
}

/** The pages from `start` on, and the total at the end; without any page when the window has to be halved. */
async function* walkOnce(
  channel: ApiChannel,
  range: DayRange,
  start: number,
  seen: Set<string>,
  progress: StepProgress,
): AsyncGenerator<ApiPage, number> {
  let total: number | null = null;
  for (let at = start; ;) {
    const answer = await fetchPage(channel, windowRequest(channel, range, at));
    if (answer.total > DEEPEST && halves(range)) return answer.total;
    // Fewer matches than before: what stood before this page may have moved into the gap. Step back by as much.
    const back: number = Math.min(at, Math.max(0, (total ?? answer.total) - answer.total));
    total = answer.total;
    at -= back;
    if (back > 0) continue;
    for (const { id } of answer.papers) seen.add(id);
    for (const { where } of answer.rejected) seen.add(where);
    const reachable = Math.min(total, DEEPEST);
    progress.page(Math.ceil(reachable / channel.pageSize), channel.papers() + answer.papers.length);
    const next = at + channel.pageSize < reachable ? at + channel.pageSize : null;
    yield { papers: answer.papers, total, next, range };
    if (next === null) return total;
    at = next;
  }
}

function windowRequest(channel: ApiChannel, range: DayRange, start: number): ApiRequest {
  return {
    searchQuery: categoryQuery(channel.categories, range),
    start,
    maxResults: Math.min(channel.pageSize, DEEPEST - start),
    sortBy: 'submittedDate',
    sortOrder: 'ascending',
  };
}

function tooMany(channel: ApiChannel, range: DayRange, total: number): ArxivAnswerError {
  return new ArxivAnswerError(
    'inconsistent',
    `${total} papers on ${range.from}, more than the API pages through`,
    {
      where: `API, ${channel.categories.join(', ')}`,
      remedy: 'Ask for fewer categories in config.yaml.',
    },
  );
}
