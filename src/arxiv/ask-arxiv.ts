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
  const held: { last: Settled<Meaning> | null } = { last: null };
  const complaint = (text: string): string | null => {
    held.last = attempt(read, text);
    return held.last instanceof ArxivAnswerError && held.last.problem !== 'refused'
      ? held.last.message
      : null;
  };
  try {
    const answer = await client.get(url, { accept: ACCEPT, expect: XML, gate: 'arxiv', complaint });
    const settled = held.last ?? attempt(read, answer.body);
    if (settled instanceof ArxivAnswerError) throw settled;
    report.pages += 1;
    return settled.meaning;
  } catch (error) {
    report.failed += 1;
    throw betterWord(error, held.last, read);
  }
}

type Settled<Meaning> = { meaning: Meaning } | ArxivAnswerError;

function attempt<Meaning>(read: (text: string) => Meaning, text: string): Settled<Meaning> {
  try {
    return { meaning: read(text) };
  } catch (error) {
    if (error instanceof ArxivAnswerError) return error;
    throw error;
  }
}

/** What was wrong with the answer says more than "not what was asked for"; a refusal with HTTP 400 explains itself. */
function betterWord(error: unknown, last: unknown, read: (text: string) => unknown): unknown {
  if (!(error instanceof HttpFailure)) return error;
  if (error.kind === 'bad-type' && last instanceof ArxivAnswerError) return last;
  if (error.kind !== 'bad-request') return error;
  const refusal = attempt(read, error.body);
  return refusal instanceof ArxivAnswerError && refusal.problem === 'refused' ? refusal : error;
}

/** The sentence for a report when a source failed; any other error is a mistake of ours and is thrown on. */
export function failureOf(error: unknown): string {
  if (error instanceof HttpFailure || error instanceof ArxivAnswerError) return error.message;
  throw error;
}
