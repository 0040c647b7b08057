/** One page of the API, held against the request before it counts. */
import { parseApiAnswer, type ApiAnswer } from './api-answer.ts';
import { apiUrl, differenceFrom, type ApiRequest } from './api-query.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import { askArxiv, type ArxivClient } from './ask-arxiv.ts';
import type { ChannelReport } from './channel-report.ts';
import type { OnProgress } from './progress.ts';
import type { RejectedRecord } from './rejected-record.ts';

export interface ApiChannel {
  client: ArxivClient;
  /** `ARXIV_API_URL`. */
  base: string;
  categories: readonly string[];
  pageSize: number;
  report: ChannelReport;
  rejected: RejectedRecord[];
  /** Papers of this run so far, for the progress. */
  papers: () => number;
  onProgress: OnProgress;
  clock: () => number;
}

/** Throws `HttpFailure` or `ArxivAnswerError`. */
export async function fetchPage(channel: ApiChannel, request: ApiRequest): Promise<ApiAnswer> {
  const url = apiUrl(channel.base, request);
  const answer = await askArxiv(
    channel.client,
    url,
    (text) => checkedPage(text, request, url),
    channel.report,
  );
  channel.report.rows += distinct(answer.papers) + answer.rejected.length;
  channel.rejected.push(...answer.rejected);
  return answer;
}

/** Parses a page and holds it against the request: the query that was run, and as many entries as there must be. */
export function checkedPage(text: string, request: ApiRequest, where: string): ApiAnswer {
  const answer = parseApiAnswer(text, { where });
  const inconsistent = (what: string): ArxivAnswerError =>
    new ArxivAnswerError('inconsistent', `The answer does not fit the request: ${what}`, {
      where,
      remedy: 'It was not used; a later run asks again.',
    });
  if (!answer.query) throw inconsistent('it does not say which query it ran');
  const difference = differenceFrom(request, answer.query);
  if (difference !== null) throw inconsistent(difference);
  if (answer.start !== request.start)
    throw inconsistent(`it says that it starts at ${String(answer.start)}`);
  const entries = distinct(answer.papers) + answer.rejected.length;
  const expected = Math.max(0, Math.min(request.maxResults, answer.total - request.start));
  if (entries !== expected) {
    throw inconsistent(`it has ${entries} entries where ${expected} of ${answer.total} were due`);
  }
  return answer;
}

/** An entry that a page holds twice is one record. */
function distinct(papers: readonly { id: string }[]): number {
  return new Set(papers.map(({ id }) => id)).size;
}
