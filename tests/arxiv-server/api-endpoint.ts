/** `/api/query`: parameters to an answer, with the limits of the server in service. */
import type { Answer } from './answer.ts';
import { BadRequest } from './bad-request.ts';
import { apiError, apiFeed } from './api-feed.ts';
import { legacyApiFeed } from './api-legacy-feed.ts';
import { joinWords, rewriteQuery } from './rewrite-query.ts';
import { compileQuery } from './run-query.ts';
import { midnightHorizon, type Shown, type World } from './world.ts';

export interface ApiOptions {
  form: 'new' | 'legacy';
  /** Matches that arXiv holds beside the records loaded here. */
  unloadedMatches: number;
  /** Changes what a page holds: how duplicate, out-of-order and empty pages are made. */
  distort: (page: Shown[]) => Shown[];
}

const atom = 'application/atom+xml; charset=utf-8';
/** Beyond this the server's index refuses. */
const deepest = 10_000;

export function answerApi(
  params: URLSearchParams,
  world: World,
  now: number,
  options: ApiOptions,
): Answer {
  try {
    const page = select(params, world, now, options);
    const write = options.form === 'new' ? apiFeed : legacyApiFeed;
    return { status: 200, type: atom, body: write(page) };
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    return { status: error.status, type: atom, body: apiError(error.message, now) };
  }
}

function select(params: URLSearchParams, world: World, now: number, options: ApiOptions) {
  const start = whole(params, 'start', 0);
  const maxResults = whole(params, 'max_results', 10);
  if (maxResults === 0) throw new BadRequest('division by zero', 500);
  if (start + maxResults > deepest) throw new BadRequest('result window is too large', 500);
  const sent = params.get('search_query') ?? '';
  const words = params.get('raw') === '1' ? sent.split(/(?<=[(:])|(?=\))|\s+/) : rewriteQuery(sent);
  const idList = (params.get('id_list') ?? '').split(',').filter((id) => id !== '');
  if (words.length === 0 && idList.length === 0) {
    throw new BadRequest('search_query or id_list required');
  }
  const horizon = midnightHorizon(now);
  const listed = idList.length > 0 ? byIds(idList, world, horizon) : [...world.shown(horizon)];
  const test = words.length > 0 ? compileQuery(words) : () => true;
  const matching = sort(listed.filter(test), params);
  const total = matching.length + (words.length > 0 ? options.unloadedMatches : 0);
  const shown = options.distort(matching.slice(start, start + maxResults));
  return { query: joinWords(words), idList, start, maxResults, total, shown, now };
}

function whole(params: URLSearchParams, name: string, fallback: number): number {
  const value = params.get(name) ?? String(fallback);
  if (!/^-?\d+$/.test(value)) throw new BadRequest(`${name} must be an integer`);
  if (value.startsWith('-')) throw new BadRequest(`${name} must be non-negative`);
  return Number(value);
}

const newId = /^(\d{4}\.\d{4,5})(?:v(\d+))?$/;
const oldId = /^([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v(\d+))?$/;

/** Unknown ids are left out in silence; a malformed one refuses the whole request. */
function byIds(ids: string[], world: World, horizon: string): Shown[] {
  return ids.flatMap((asked) => {
    const parts = newId.exec(asked) ?? oldId.exec(asked);
    if (!parts?.[1]) throw new BadRequest(`incorrect id format for ${asked}`);
    const found = world.find(parts[1], horizon, parts[2] ? Number(parts[2]) : undefined);
    return found ? [found] : [];
  });
}

/** One key, no tie-breaker. `relevance` keeps the order in which the records were loaded. */
function sort(shown: Shown[], params: URLSearchParams): Shown[] {
  const by = params.get('sortBy') ?? 'relevance';
  const order = params.get('sortOrder') ?? 'descending';
  if (!['relevance', 'submittedDate', 'lastUpdatedDate'].includes(by)) {
    throw new BadRequest('sortBy must be in: relevance, lastUpdatedDate, submittedDate');
  }
  if (!['ascending', 'descending'].includes(order)) {
    throw new BadRequest('sortOrder must be in: ascending, descending');
  }
  if (by === 'relevance') return shown;
  const key = ({ paper, version }: Shown): string =>
    (by === 'submittedDate' ? paper.versions[0]?.submitted : version.submitted) ?? '';
  const sign = order === 'ascending' ? 1 : -1;
  return shown.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
