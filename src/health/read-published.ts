import { setTimeout as pause } from 'node:timers/promises';
import type { Published } from './judge-freshness.ts';

const TRIES = 3;
const WAIT_MS = 20_000;
const DEADLINE_MS = 30_000;
/** A status is a few kilobytes. */
const MOST_BYTES = 1 << 20;

export interface PublishedEffects {
  fetch?: typeof fetch;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/** Gets the published status; one that cannot be had in three tries is a failure told in words, never an exception. */
export async function readPublished(
  url: string,
  { fetch: get = fetch, sleep = pause }: PublishedEffects = {},
): Promise<Published> {
  let failure = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (attempt > 1) await sleep(WAIT_MS);
    try {
      const answer = await get(url, {
        headers: { accept: 'application/json', 'cache-control': 'no-cache' },
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      if (answer.ok) return { url, text: await firstBytes(answer) };
      failure = `HTTP ${answer.status}`;
      await answer.body?.cancel();
      if (answer.status === 404) break;
    } catch (error) {
      failure =
        error instanceof Error
          ? [error.message, causeOf(error)].filter(Boolean).join(': ')
          : String(error);
    }
  }
  return { url, failure };
}

async function firstBytes(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error(`the answer is longer than ${MOST_BYTES} bytes`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Why a connection failed: `fetch` says no more than that it did. */
function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : '';
}
