/**
 * What scripts do that have no guards: ask the API for the newest papers, read the entries out of whatever comes, add
 * them to what is there.
 */
import { XMLParser } from 'fast-xml-parser';

export interface PlainRun {
  /** Versions by id: the script's archive. */
  into: Map<string, number>;
  /** How many of the newest are asked for. */
  max: number;
  /** Papers a request; all at once when left out. */
  page?: number;
}

/** Throws only what the connection throws. */
export async function plainFetch(
  apiUrl: string,
  { into, max, page = max }: PlainRun,
): Promise<void> {
  for (let start = 0; start < max; start += page) {
    const url = `${apiUrl}?search_query=${QUERY}&sortBy=submittedDate&sortOrder=descending&start=${start}&max_results=${page}`;
    const answer = await fetch(url, { headers: { 'user-agent': 'script' } });
    const found = plainEntries(await answer.text());
    for (const { id, version } of found) into.set(id, Math.max(version, into.get(id) ?? 0));
    if (found.length === 0) return;
  }
}

const QUERY = 'cat:cs.RO+OR+cat:cs.CV+OR+cat:cs.LG+OR+cat:cs.AI';
const parser = new XMLParser({ ignoreAttributes: false });

/** Ids and versions of the entries of a feed, as far as a parser without checks finds any. */
export function plainEntries(text: string): { id: string; version: number }[] {
  let parsed: unknown;
  try {
    parsed = parser.parse(text);
  } catch {
    return [];
  }
  const { feed } = parsed as { feed?: { entry?: PlainEntry | PlainEntry[] } };
  return [feed?.entry ?? []].flat().flatMap((entry) => {
    const [, id, version] =
      /abs\/(.+?)v(\d+)$/.exec(typeof entry.id === 'string' ? entry.id : '') ?? [];
    return id === undefined ? [] : [{ id, version: Number(version) }];
  });
}

interface PlainEntry {
  id?: unknown;
}
