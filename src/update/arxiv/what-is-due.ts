/** What is due: which submissions, revisions and ids a run asks arXiv for. */
import type { Endpoints } from '../../arxiv/arxiv-request.ts';
import { addDays } from '../../calendar/eastern-time.ts';
import type { Config } from '../../config/config.ts';
import type { Env } from '../../env/variables.ts';
import type { Day, Instant } from '../../paper.ts';
import { dayOf } from '../../text/dates.ts';
import type { ArxivMemory } from './memory.ts';

/** Papers that moderation held, marks of withdrawal and changes without a version are looked for once a week. */
const WEEK = 7;

export interface Due {
  /** Revisions since about this instant are asked for. */
  revisionCursor: Instant;
  /** The run that the window and the harvest reach back to; not further than `catch_up_days`. */
  lastSuccess: Instant | null;
  lookbackDays: number;
  isWide: boolean;
  /** The day from which metadata changes are reconciled, `null` when that is not due. */
  reconcileFrom: Day | null;
  /** Whether the whole archive is searched for papers without metadata. */
  searchArchive: boolean;
}

export function whatIsDue(memory: ArxivMemory, config: Config['arxiv'], now: Instant): Due {
  const today = dayOf(now);
  const isFirst = memory.covered === null;
  const isWide = !isFirst && isWeekPast(memory.wide, today);
  // not both on one day, so that no run is much longer than another
  const reconciles =
    !isFirst && !isWide && memory.wide !== today && isWeekPast(memory.reconciled, today);
  const lookbackDays = isFirst
    ? Math.max(config.first_run_days, config.lookback_days)
    : isWide
      ? config.weekly_lookback_days
      : config.lookback_days;
  return {
    // the first run asks for all that the second will, so that the second changes nothing
    revisionCursor: memory.revised ?? `${addDays(today, -lookbackDays)}T00:00:00Z`,
    lastSuccess: memory.covered && notBefore(memory.covered, addDays(today, -config.catch_up_days)),
    lookbackDays,
    isWide,
    reconcileFrom: reconciles ? addDays(memory.reconciled ?? addDays(today, -WEEK), -2) : null,
    searchArchive: isWeekPast(memory.completed, today),
  };
}

const isWeekPast = (last: Day | null, today: Day): boolean =>
  last === null || addDays(last, WEEK) <= today;

const notBefore = (instant: Instant, day: Day): Instant =>
  instant < day ? `${day}T00:00:00Z` : instant;

/** The addresses of `config.yaml`, or of the environment where it names others. */
export function arxivEndpoints(config: Config, env: Env): Endpoints {
  const { endpoints } = config;
  return {
    api: env.ARXIV_API_URL ?? endpoints.arxiv_api_url,
    feed: env.ARXIV_FEED_URL ?? endpoints.arxiv_feed_url,
    oai: env.ARXIV_OAI_URL ?? endpoints.arxiv_oai_url,
  };
}

/** What the memory is after a run. */
export function nextMemory(
  memory: ArxivMemory,
  due: Due,
  got: { complete: boolean; idsRead: boolean; newestRevision: Instant | null },
  now: Instant,
): ArxivMemory {
  if (!got.complete) return memory;
  const today = dayOf(now);
  const isFirst = memory.covered === null;
  const { newestRevision: seen } = got;
  return {
    covered: now,
    revised: seen !== null && seen > (memory.revised ?? '') ? seen : memory.revised,
    wide: isFirst || due.isWide ? today : memory.wide,
    reconciled: isFirst || due.reconcileFrom !== null ? today : memory.reconciled,
    completed: due.searchArchive && got.idsRead ? today : memory.completed,
  };
}
