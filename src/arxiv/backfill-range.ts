/** Older papers, submitted in a range of days: resumable after every page. */
import type { Day, FetchedPaper } from '../paper.ts';
import type { ApiChannel } from './api-page.ts';
import { fetchWindow } from './api-window.ts';
import type { Endpoints } from './arxiv-request.ts';
import type { ArxivClient } from './ask-arxiv.ts';
import { skipped, type ChannelReport } from './channel-report.ts';
import { addDays } from '../calendar/eastern-time.ts';
import { harvest, setOf } from './oai-channel.ts';
import { paperOf } from './oai-answer.ts';
import type { OnProgress } from './progress.ts';
import type { RejectedRecord } from './rejected-record.ts';
import type { DayRange } from './submission-window.ts';

/** Where a backfill goes on. As JSON it may lie in a file between runs. */
export type BackfillCursor =
  /** The API: the window that is being read, and the place in it. Later windows follow. */
  | { via: 'api'; from: Day; through: Day; start: number }
  /** OAI-PMH: the set that is being read, and the day of change that was reached. */
  | { via: 'oai'; set: string; changedSince: Day };

export interface BackfillRequest extends DayRange {
  endpoints: Endpoints;
  categories: readonly string[];
  pageSize: number;
  /** `oai` reads everything that changed since `from`, and gives what was submitted in the range: for when the API refuses. */
  via?: 'api' | 'oai';
  /** Of the last step of an earlier run over the same range. */
  resume?: BackfillCursor | null;
}

export interface BackfillStep {
  /** Submitted in the range; an id may come more than once over the steps. */
  papers: FetchedPaper[];
  rejected: RejectedRecord[];
  /** For `resume`; `null` after the last step. */
  cursor: BackfillCursor | null;
  /** What the channel did so far. */
  report: ChannelReport;
}

export interface BackfillEffects {
  client: ArxivClient;
  onProgress?: OnProgress;
  clock?: () => number;
}

/** Days to a window: larger ones waste fewer half-filled pages, and are halved by themselves where they hold too much. */
const WINDOW_DAYS = 31;

/**
 * A step for each page, oldest submissions first. Throws `HttpFailure` or `ArxivAnswerError` when arXiv fails for good;
 * the cursor of the last step resumes it.
 */
export async function* backfillRange(
  request: BackfillRequest,
  effects: BackfillEffects,
): AsyncGenerator<BackfillStep> {
  const report: ChannelReport = { ...skipped(), state: 'ok' };
  let papers = 0;
  const rejected: RejectedRecord[] = [];
  const shared = {
    client: effects.client,
    report,
    rejected,
    papers: () => papers,
    onProgress: effects.onProgress ?? (() => undefined),
    clock: effects.clock ?? Date.now,
  };
  const via = request.resume?.via ?? request.via ?? 'api';
  const { endpoints, categories, pageSize } = request;
  const steps =
    via === 'api'
      ? byWindows({ ...shared, base: endpoints.api, categories, pageSize }, request)
      : bySets({ ...shared, base: endpoints.oai }, request);
  for await (const step of steps) {
    papers += step.papers.length;
    yield { ...step, rejected: rejected.splice(0), report: { ...report } };
  }
}

type Step = Omit<BackfillStep, 'rejected' | 'report'>;

async function* byWindows(channel: ApiChannel, request: BackfillRequest): AsyncGenerator<Step> {
  const { resume } = request;
  let start = resume?.via === 'api' ? resume.start : 0;
  let window =
    resume?.via === 'api'
      ? { from: resume.from, through: resume.through }
      : windowAt(request.from, request);
  for (;;) {
    for await (const { range, next, papers, total } of fetchWindow(channel, window, start)) {
      if (total === 0) {
        const where = `submissions ${range.from} to ${range.through}`;
        channel.rejected.push({ where, why: 'the API says twice that there are none' });
      }
      const following = addDays(range.through, 1);
      const after =
        following > request.through ? null : { ...windowAt(following, request), start: 0 };
      const place = next === null ? after : { ...range, start: next };
      yield { papers, cursor: place && { via: 'api', ...place } };
    }
    if (window.through >= request.through) return;
    window = windowAt(addDays(window.through, 1), request);
    start = 0;
  }
}

function windowAt(from: Day, { through }: DayRange): DayRange {
  const end = addDays(from, WINDOW_DAYS - 1);
  return { from, through: end < through ? end : through };
}

async function* bySets(
  channel: Parameters<typeof harvest>[0],
  request: BackfillRequest,
): AsyncGenerator<Step> {
  const sets = [...new Set(request.categories.map(setOf))];
  const resume = request.resume?.via === 'oai' ? request.resume : null;
  const first = resume ? Math.max(0, sets.indexOf(resume.set)) : 0;
  for (const [at, set] of sets.entries()) {
    if (at < first) continue;
    const next = sets[at + 1];
    const since = resume && at === first ? resume.changedSince : request.from;
    for await (const { records, resumptionToken } of harvest(channel, set, since)) {
      const papers = records
        .flatMap((record) => paperOf(record) ?? [])
        .filter(
          ({ submitted }) => submitted >= request.from && submitted.slice(0, 10) <= request.through,
        );
      const reached = records.reduce(
        (day, { datestamp }) => (datestamp > day ? datestamp : day),
        since,
      );
      const here = { via: 'oai' as const, set, changedSince: reached };
      const there =
        next === undefined ? null : { via: 'oai' as const, set: next, changedSince: request.from };
      yield { papers, cursor: resumptionToken === null ? there : here };
    }
  }
}
