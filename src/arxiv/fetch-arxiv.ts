/**
 * What is new on arXiv, from three channels: the announcement feed says which ids, the API their metadata, and OAI-PMH
 * stands in when the API refuses and reconciles once a week.
 */
import type { FetchedPaper, Instant } from '../paper.ts';
import { fetchAnnouncement } from './announced-channel.ts';
import type { ArxivBatch, ArxivEffects, ArxivRequest } from './arxiv-request.ts';
import { capPapers } from './cap-papers.ts';
import { skipped } from './channel-report.ts';
import { joinChannels } from './join-channels.ts';
import { papersOfFeed } from './provisional-paper.ts';
import { readApi } from './read-api.ts';
import { readOai } from './read-oai.ts';
import type { RejectedRecord } from './rejected-record.ts';
import { harvestFrom, submissionWindow } from './submission-window.ts';

/**
 * Never throws for a failure of a source: what was got before it is kept, the report says it, and `complete` is false.
 * Requests are as few as the rules allow: one for the feed; the pages of the window and of the revisions; ids only for
 * kept papers that nothing else brought; OAI-PMH only in need and once a week.
 */
export async function fetchArxiv(
  request: ArxivRequest,
  effects: ArxivEffects,
): Promise<ArxivBatch> {
  const { endpoints, categories, pageSize, lastSuccess, lookbackDays } = request;
  const { client, now, onProgress = () => undefined, clock = Date.now } = effects;
  const got: FetchedPaper[] = [];
  const rejected: RejectedRecord[] = [];
  const shared = { client, rejected, papers: () => got.length, onProgress, clock };
  const api = { ...shared, base: endpoints.api, categories, pageSize, report: skipped() };
  const oai = { ...shared, base: endpoints.oai, report: skipped() };

  const { announcement, report } = await fetchAnnouncement(client, endpoints.feed, categories, now);
  rejected.push(...(announcement?.rejected ?? []));
  onProgress({
    source: 'feed',
    step: 'announcement',
    page: 1,
    pages: 1,
    papers: 0,
    secondsLeft: 0,
  });

  const window = submissionWindow(now, lastSuccess, lookbackDays);
  const { whole, unread } = await readApi(api, request, window, announcement?.items ?? [], got);

  const asked = [request.reconcileFrom, whole ? null : harvestFrom(now, lastSuccess, lookbackDays)];
  const from = asked.filter((day) => day !== null && day !== undefined).sort()[0];
  const harvested = from !== undefined && (await readOai(oai, categories, from, got));

  const newestUpdate = got.reduce<Instant | null>(
    (a, { updated }) => (a === null || updated > a ? updated : a),
    null,
  );
  if (announcement) got.push(...papersOfFeed(announcement, request, got));
  const { papers, left } = capPapers(joinChannels(got), request);
  return {
    papers,
    announcement,
    channels: { feed: report, api: api.report, oai: oai.report },
    rejected: onceEach(rejected),
    complete: (whole || harvested) && left + unread === 0,
    idsRead: whole,
    reconciled: harvested && Boolean(request.reconcileFrom),
    capped: left + unread > 0,
    left: left + unread,
    newestUpdate,
  };
}

/** A page that was read twice rejects twice. */
function onceEach(rejected: readonly RejectedRecord[]): RejectedRecord[] {
  const byText = new Map(rejected.map((record) => [`${record.where}\n${record.why}`, record]));
  return [...byText.keys()].sort().flatMap((key) => byText.get(key) ?? []);
}
