/** Right answers of the three channels, and a client that gives them, one of them changed. */
import { fetchArxiv } from '../../src/arxiv/fetch-arxiv.ts';
import type { ArxivBatch } from '../../src/arxiv/arxiv-request.ts';
import type { ArxivClient } from '../../src/arxiv/ask-arxiv.ts';
import { HttpFailure } from '../../src/http/http-failure.ts';
import { answerApi } from '../arxiv-server/api-endpoint.ts';
import { answerFeed } from '../arxiv-server/feed-endpoint.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import { answerOai } from '../arxiv-server/oai-endpoint.ts';
import type { Channel } from '../arxiv-server/request-log.ts';
import { World } from '../arxiv-server/world.ts';

const NOW = '2026-11-10T06:17:00Z';
const CATEGORIES = ['cs.RO', 'cs.CV'];
const ENDPOINTS = {
  api: 'http://arxiv.test/api/query',
  feed: 'http://arxiv.test/atom',
  oai: 'http://arxiv.test/oai',
};

const { papers } = inventRecords({ seed: 31, from: '2026-11-05', days: 5, perWeekday: 3 });
const world = new World(
  papers.filter(({ categories }) => categories.some((name) => CATEGORIES.includes(name))),
);
const answers = new Map<string, string>();

export const channelOf = (url: string): Channel =>
  url.startsWith(ENDPOINTS.api) ? 'api' : url.startsWith(ENDPOINTS.feed) ? 'feed' : 'oai';

/** The right answer to a request. */
function rightAnswer(url: string): string {
  const known = answers.get(url);
  if (known !== undefined) return known;
  const { searchParams, pathname } = new URL(url);
  const now = Date.parse(NOW);
  const same = <T>(page: T[]): T[] => page;
  const channel = channelOf(url);
  const { body } =
    channel === 'api'
      ? answerApi(searchParams, world, now, { form: 'new', unloadedMatches: 0, distort: same })
      : channel === 'feed'
        ? answerFeed('atom', decodeURIComponent(pathname.split('/')[2] ?? ''), world, now, {
            itemsOf: null,
            distort: same,
          })
        : answerOai(searchParams, world, now, {
            pageLimit: 1300,
            tokens: new Map(),
            distort: same,
          });
  answers.set(url, body);
  return body;
}

const failure = (url: string, kind: 'bad-type' | 'throttled', what: string): HttpFailure =>
  new HttpFailure({ method: 'GET', url, kind, what, again: 'never' }, 1);

/** One run's fetch, in which every answer goes through `change`; `null` refuses the request. */
export async function fetchChanged(
  change: (body: string, channel: Channel, url: string) => string | null,
): Promise<ArxivBatch> {
  const get: ArxivClient['get'] = async (url, { complaint }) => {
    const body = change(rightAnswer(url), channelOf(url), url);
    if (body === null) throw failure(url, 'throttled', 'no answer');
    const wrong = complaint?.(body) ?? null;
    if (wrong !== null) throw failure(url, 'bad-type', wrong);
    return { status: 200, headers: {}, body, url, notModified: false };
  };
  const client: ArxivClient = { get };
  return fetchArxiv(
    {
      endpoints: ENDPOINTS,
      categories: CATEGORIES,
      lastSuccess: '2026-11-09T06:17:00Z',
      lookbackDays: 8,
      revisionCursor: null,
      keep: () => true,
      known: () => null,
      pageSize: 200,
    },
    { client, now: NOW },
  );
}

/** The first answer of each channel, as the run asks for it; OAI-PMH's when the API refuses. */
export async function goldenDocuments(): Promise<Record<Channel, { url: string; body: string }>> {
  const first = new Map<Channel, { url: string; body: string }>();
  await fetchChanged((body, channel, url) => {
    if (!first.has(channel)) first.set(channel, { url, body });
    return channel === 'api' ? null : body;
  });
  const [api, feed, oai] = (['api', 'feed', 'oai'] as const).map((name) => first.get(name));
  if (!api || !feed || !oai) throw new Error('a channel was not asked');
  return { api, feed, oai };
}
