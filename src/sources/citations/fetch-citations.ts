/** Citation counts from Semantic Scholar: `POST /graph/v1/paper/batch`, up to 500 ids a request. */
import { z } from 'astro/zod';
import type { Client } from '../../http/client.ts';
import { HttpFailure } from '../../http/http-failure.ts';
import type { Citations, Day, PaperId } from '../../paper.ts';
import { plainText } from '../../text/plain-text.ts';

/** Most ids of one request, by Semantic Scholar's documentation of the endpoint. */
export const BATCH = 500;
const FIELDS = 'citationCount,influentialCitationCount,venue';

export interface CitationsAnswer {
  /** Of the papers that Semantic Scholar knows. */
  figures: Map<PaperId, Citations>;
  requests: number;
  /** Papers that were asked for and answered, known there or not: those before the first failure. */
  answered: PaperId[];
  problem: string | null;
}

export interface CitationsAccess {
  /** Without slash at the end. */
  address: string;
  key: string | null;
}

const answerSchema = z.array(
  z
    .looseObject({
      citationCount: z.int().nonnegative().nullish(),
      influentialCitationCount: z.int().nonnegative().nullish(),
      venue: z.string().nullish(),
    })
    .nullable(),
);

/**
 * Asks batch after batch and stops at the first failure: what was answered until then counts.
 * @param ids in the order in which they are asked for
 * @param today what the figures are dated with
 */
export async function fetchCitations(
  ids: readonly PaperId[],
  today: Day,
  { address, key }: CitationsAccess,
  client: Pick<Client, 'postJson'>,
): Promise<CitationsAnswer> {
  const answer: CitationsAnswer = { figures: new Map(), requests: 0, answered: [], problem: null };
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    answer.requests += 1;
    try {
      const { body } = await client.postJson(
        `${address}/graph/v1/paper/batch?fields=${FIELDS}`,
        { ids: batch.map((id) => `ARXIV:${id}`) },
        {
          accept: 'application/json',
          complaint: (text) => complaint(text, batch.length),
          maxBytes: 8 * 1024 * 1024,
          retry: 3,
          ...(key === null ? {} : { headers: { 'x-api-key': key } }),
        },
      );
      for (const [index, figure] of answerSchema.parse(JSON.parse(body)).entries()) {
        const id = batch[index];
        const cited = figure?.citationCount ?? null;
        if (id === undefined || figure === null || cited === null) continue;
        answer.figures.set(id, {
          count: cited,
          influential: Math.min(figure.influentialCitationCount ?? 0, cited),
          venue: plainText(figure.venue, { maxLength: 200 }) || null,
          as_of: today,
        });
      }
      answer.answered.push(...batch);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      answer.problem = error.message;
      return answer;
    }
  }
  return answer;
}

/** The answer's entries stand in the order of the ids, so their number must be that of the ids. */
function complaint(text: string, asked: number): string | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const { data, success } = answerSchema.safeParse(value);
  if (!success) return 'not a list of figures';
  return data.length === asked ? null : `${data.length} figures for ${asked} papers`;
}
