/**
 * Requests to the arXiv API, and whether an answer belongs to one.
 * Source: arXiv API User's Manual §3 and §5; the server's own rewriting of queries (arxiv-search).
 */
import type { Day, PaperId } from '../paper.ts';
import { isPaperId } from '../text/ids.ts';
import { addDays } from '../calendar/eastern-time.ts';

export interface ApiRequest {
  /** As `categoryQuery` makes it; absent for a list of ids. */
  searchQuery?: string;
  idList?: readonly PaperId[];
  start: number;
  maxResults: number;
  /** `lastUpdatedDate` sorts by the newest version. It cannot filter: the server turns such a filter into `submittedDate`. */
  sortBy?: 'submittedDate' | 'lastUpdatedDate';
  sortOrder?: 'ascending' | 'descending';
}

/** The server fails beyond this; windows are chosen to stay below. */
export const DEEPEST = 10_000;

const CATEGORY = /^[a-z]+(?:-[a-z]+)*(?:\.(?:[A-Za-z]+(?:-[a-z]+)*|\*))?$/;

/**
 * Papers with one of these categories, primary or cross-listed, and with v1 submitted within the days (UTC, both included).
 *
 * The grammar has no precedence, so the categories always stand in parentheses. The end of a window is the next
 * midnight: an end at 23:59 would leave out that day's last 59 seconds. Windows that touch overlap by a minute.
 * Throws a `RangeError` for a name that is no category, or none at all, or days in the wrong order.
 */
export function categoryQuery(
  categories: readonly string[],
  days?: { from: Day; through: Day },
): string {
  if (categories.length === 0) throw new RangeError('A query needs at least one category.');
  for (const name of categories) {
    if (!CATEGORY.test(name))
      throw new RangeError(`"${name}" is not an arXiv category; expected a form like cs.RO.`);
  }
  const any = `(${categories.map((name) => `cat:${name}`).join(' OR ')})`;
  if (!days) return any;
  if (days.from > days.through)
    throw new RangeError(`The window begins on ${days.from}, after its end ${days.through}.`);
  return `${any} AND submittedDate:[${minute(days.from)} TO ${minute(addDays(days.through, 1))}]`;
}

function minute(day: Day): string {
  return `${day.replaceAll('-', '')}0000`;
}

/** The address of a request. Throws a `RangeError` for what the server cannot answer. */
export function apiUrl(base: string, request: ApiRequest): string {
  const { searchQuery = '', idList = [], start, maxResults } = request;
  if (searchQuery === '' && idList.length === 0)
    throw new RangeError('A request needs a query or ids.');
  if (!Number.isInteger(maxResults) || maxResults < 1) {
    throw new RangeError(`max_results is ${maxResults}; the server divides by it, so at least 1.`);
  }
  if (maxResults < idList.length) {
    throw new RangeError(
      `max_results is ${maxResults} for ${idList.length} ids: the rest would be left out.`,
    );
  }
  if (!Number.isInteger(start) || start < 0 || start + maxResults > DEEPEST) {
    throw new RangeError(
      `start ${start} + max_results ${maxResults} is beyond ${DEEPEST}, where the server fails.`,
    );
  }
  const malformed = idList.find((id): boolean => !isPaperId(id));
  if (malformed !== undefined)
    throw new RangeError(`"${malformed}" is not an arXiv id; one would fail the whole list.`);
  const url = new URL(base);
  if (searchQuery !== '') url.searchParams.set('search_query', searchQuery);
  if (idList.length > 0) url.searchParams.set('id_list', idList.join(','));
  url.searchParams.set('start', String(start));
  url.searchParams.set('max_results', String(maxResults));
  if (request.sortBy) url.searchParams.set('sortBy', request.sortBy);
  if (request.sortOrder) url.searchParams.set('sortOrder', request.sortOrder);
  return url.href;
}

/** What the server says that it ran. */
export interface RanQuery {
  searchQuery: string;
  idList: string[];
  start: number;
  maxResults: number;
}

/** `arXiv Query: search_query=…&id_list=…&start=…&max_results=…` → its parts, or `null` for another title. */
export function parseQueryTitle(title: string): RanQuery | null {
  const [, searchQuery, ids, start, maxResults] =
    /^arxiv query:\s*search_query=(.*)&id_list=(.*?)&start=(\d+)&max_results=(\d+)$/i.exec(
      title.trim(),
    ) ?? [];
  if (searchQuery === undefined) return null;
  return {
    searchQuery,
    idList: (ids ?? '').split(',').filter((id) => id !== ''),
    start: Number(start),
    maxResults: Number(maxResults),
  };
}

/** Why what ran is not what was asked, or `null` when it is. The server writes ranges in quotes and spaces its own way. */
export function differenceFrom(asked: ApiRequest, ran: RanQuery): string | null {
  const plain = (query: string): string => query.replace(/\s+/g, '').replace(/[[\]]/g, '"');
  if (plain(asked.searchQuery ?? '') !== plain(ran.searchQuery)) {
    return `it ran the query "${ran.searchQuery}", not "${asked.searchQuery ?? ''}"`;
  }
  const ids = (list: readonly string[]): string => [...list].sort().join(',');
  if (ids(asked.idList ?? []) !== ids(ran.idList))
    return `it looked up ${ran.idList.length} other ids than asked`;
  if (asked.start !== ran.start) return `it started at ${ran.start}, not ${asked.start}`;
  if (asked.maxResults !== ran.maxResults)
    return `it gives ${ran.maxResults} a page, not ${asked.maxResults}`;
  return null;
}
