import type { Instant } from '../paper.ts';
import type { Manifest } from '../store/manifest.ts';
import { isAnnouncementReceipt, type Receipt } from '../store/receipts.ts';
import { announcementSums } from './announcement-sums.ts';
import { runsOf, type RecordHealth } from './record-health.ts';
import type { Status } from './status-schema.ts';

/** How many announcements and runs the status tells of. */
const LAST = 10;

export interface StatusFacts {
  /** As of `asOf`. */
  health: RecordHealth;
  /** `lastRunOf` the same snapshot; `null` before the first run. */
  asOf: Instant | null;
  receipts: readonly Receipt[];
  files: Manifest['files'];
  papers: number;
  announcementDays: number;
  version: string;
}

/** The body of `/status.json`. */
export function statusOf(facts: StatusFacts): Status {
  const { health, asOf, receipts, papers, announcementDays, version } = facts;
  const files = Object.values(facts.files);
  return {
    schema_version: 1,
    state: health.state,
    as_of: asOf,
    newest_announcement: health.newest,
    newest_due: asOf && health.due,
    mailings_behind: health.behind,
    stale_after: health.staleAfter,
    next_mailing: asOf && health.next.mailing,
    next_listing: asOf && health.next.listing,
    sources: Object.fromEntries(
      health.sources.map(({ name, state, since, lastSuccess, lastNew, problem, advice }) => [
        name,
        {
          state,
          since,
          last_success: lastSuccess,
          last_new: lastNew,
          problem,
          remedy: advice?.en ?? null,
        },
      ]),
    ),
    announcements: receipts
      .filter(isAnnouncementReceipt)
      .slice(-LAST)
      .reverse()
      .map((receipt) =>
        Object.assign(announcementSums(receipt), { date: receipt.date, state: receipt.state }),
      ),
    last_runs: runsOf(receipts)
      .slice(-LAST)
      .reverse()
      .map(({ at, merged: { added, updated }, problems, sources }) => ({
        at,
        added,
        updated,
        problems: problems.length,
        sources: Object.fromEntries(
          Object.entries(sources).map(([name, { state }]) => [name, state]),
        ),
      })),
    counts: {
      papers,
      announcement_days: announcementDays,
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    version,
  };
}

/** The last run that changed anything: the instant that a snapshot speaks of. `null` before the first. */
export function lastRunOf(
  { sources }: Pick<Manifest, 'sources'>,
  receipts: readonly Receipt[],
): Instant | null {
  const seen = Object.values(sources).flatMap(({ since, last_success, last_new }) => [
    since,
    last_success,
    last_new,
  ]);
  const instants = [...seen, ...receipts.map(({ at }) => at)].filter((at) => at !== null);
  return instants.sort().at(-1) ?? null;
}
