/** Resumption tokens: the query and an offset, URL-encoded twice, good until the next UTC midnight. */
import type { Day } from '../../src/paper.ts';

export interface ListQuery {
  verb: string;
  metadataPrefix: string;
  from?: string;
  until?: string;
  set?: string;
}

export function writeToken(query: ListQuery, skip: number): string {
  return encodeURIComponent(new URLSearchParams({ ...query, skip: String(skip) }).toString());
}

/** `null` when the token says nothing that this server wrote. */
export function readToken(token: string): { query: ListQuery; skip: number } | null {
  const params = new URLSearchParams(decode(token));
  const skip = params.get('skip');
  const verb = params.get('verb');
  const metadataPrefix = params.get('metadataPrefix');
  if (!skip || !/^\d+$/.test(skip) || !verb || !metadataPrefix) return null;
  const query: ListQuery = { verb, metadataPrefix };
  for (const name of ['from', 'until', 'set'] as const) {
    const value = params.get(name);
    if (value !== null) query[name] = value;
  }
  return { query, skip: Number(skip) };
}

function decode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return '';
  }
}

/** The instant at which a token handed out now expires. */
export function tokenExpiry(now: number): { instant: number; stated: string } {
  const tomorrow: Day = new Date(now + 86_400_000).toISOString().slice(0, 10);
  return { instant: Date.parse(tomorrow), stated: `${tomorrow}T00:00:00Z` };
}
