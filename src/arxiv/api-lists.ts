/** Two lists of the API that no range of days bounds: revisions of older papers, and papers by id. */
import type { Day, FetchedPaper, Instant, PaperId } from '../paper.ts';
import { fetchPage, type ApiChannel } from './api-page.ts';
import { categoryQuery, DEEPEST } from './api-query.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import { addDays } from '../calendar/eastern-time.ts';
import { StepProgress } from './progress.ts';

/** Before arXiv began. */
const FIRST_DAY = '1991-08-01';
const ID_CHUNK = 200;

/**
 * Papers first submitted before `before` and revised since `since`, newest revision first. The API cannot filter by
 * revision, only sort: the list is read until it is older. Throws like `fetchWindow`.
 */
export async function* fetchRevisions(
  channel: ApiChannel,
  before: Day,
  since: Instant,
): AsyncGenerator<FetchedPaper[]> {
  const progress = new StepProgress('api', 'revisions', channel.onProgress, channel.clock);
  const searchQuery = categoryQuery(channel.categories, {
    from: FIRST_DAY,
    through: addDays(before, -1),
  });
  for (let start = 0; ; start += channel.pageSize) {
    if (start + channel.pageSize > DEEPEST) {
      throw new ArxivAnswerError(
        'inconsistent',
        `More than ${DEEPEST} papers were revised since ${since}`,
        {
          where: 'API, revisions',
          remedy: 'The weekly reconciliation by OAI-PMH brings the rest.',
        },
      );
    }
    const answer = await fetchPage(channel, {
      searchQuery,
      start,
      maxResults: channel.pageSize,
      sortBy: 'lastUpdatedDate',
      sortOrder: 'descending',
    });
    const revised = answer.papers.filter(({ updated }) => updated >= since);
    const ended = revised.length < answer.papers.length || start + channel.pageSize >= answer.total;
    progress.page(ended ? 'last' : null, channel.papers() + revised.length);
    yield revised;
    if (ended) return;
  }
}

/** Papers by id, in as few requests as the length of an address allows. Ids that arXiv does not know are left out. */
export async function* fetchIds(
  channel: ApiChannel,
  ids: readonly PaperId[],
): AsyncGenerator<FetchedPaper[]> {
  const progress = new StepProgress('api', 'ids', channel.onProgress, channel.clock);
  for (let at = 0; at < ids.length; at += ID_CHUNK) {
    const idList = ids.slice(at, at + ID_CHUNK);
    const { papers } = await fetchPage(channel, { idList, start: 0, maxResults: idList.length });
    progress.page(Math.ceil(ids.length / ID_CHUNK), channel.papers() + papers.length);
    yield papers;
  }
}
