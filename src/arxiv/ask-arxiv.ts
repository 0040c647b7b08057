/** One request to arXiv whose answer is read before it counts: what cannot be read is asked for again, politely. */
import type { Client } from '../http/client.ts';
import { HttpFailure } from '../http/http-failure.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import type { ChannelReport } from './channel-report.ts';

export type ArxivClient = Pick<Client, 'get'>;

/** The media types of arXiv's three channels; errors of proxies come as web pages. */
const XML = /^(?:application|text)\/(?:[\w.+-]*\+)?xml\b/i;
const ACCEPT = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8';

/**
 * @param read turns the text of an answer into its meaning, or throws an `ArxivAnswerError`. `refused` is arXiv's own
 *   word and final; all other problems are tried again by the client's rules.
 * @param report counts the request
 * Throws `HttpFailure` when nothing came, `ArxivAnswerError` when what came is not to be believed.
 */
export async function askArxiv<Meaning>(
  client: ArxivClient,
  url: string,
  read: (text: string) => Meaning,
  report: ChannelReport,
): Promise<Meaning> {
  report.requests += 1;
  const held: { last: Outcome<Meaning> | null } = { last: null };
  const complaint = (text: string): string | null => {
    const outcome = attempt(read, text);
    held.last = outcome;
    return 'problem' in outcome && outcome.problem.problem !== 'refused'
      ? outcome.problem.message
      : null;
  };
  try {
    const answer = await client.get(url, { accept: ACCEPT, expect: XML, gate: 'arxiv', complaint });
    const outcome = held.last ?? attempt(read, answer.body);
    if ('problem' in outcome) throw outcome.problem;
    if ('mistake' in outcome) throw outcome.mistake;
    report.pages += 1;
    return outcome.meaning;
  } catch (error) {
    report.failed += 1;
    throw betterWord(error, held.last, read);
  }
}

/** `mistake`: `read` itself failed. It passes through the client unseen, which would take it for a failure of the wire. */
type Outcome<Meaning> = { meaning: Meaning } | { problem: ArxivAnswerError } | { mistake: unknown };

function attempt<Meaning>(read: (text: string) => Meaning, text: string): Outcome<Meaning> {
  try {
    return { meaning: read(text) };
  } catch (error) {
    return error instanceof ArxivAnswerError ? { problem: error } : { mistake: error };
  }
}

/** What was wrong with the answer says more than "not what was asked for"; a refusal with HTTP 400 explains itself. */
function betterWord(
  error: unknown,
  last: Outcome<unknown> | null,
  read: (text: string) => unknown,
): unknown {
  if (!(error instanceof HttpFailure)) return error;
  if (error.kind === 'bad-type' && last && 'problem' in last) return last.problem;
  if (error.kind !== 'bad-request') return error;
  const outcome = attempt(read, error.body);
  return 'problem' in outcome && outcome.problem.problem === 'refused' ? outcome.problem : error;
}

/** The sentence for a report when a source failed; any other error is a mistake of ours and is thrown on. */
export function failureOf(error: unknown): string {
  if (error instanceof HttpFailure || error instanceof ArxivAnswerError) return error.message;
  throw error;
}
