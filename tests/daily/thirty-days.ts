/** Thirty days with all that happens: weekends, a holiday, skipped days, a stale feed, a storm, days of one channel. */
import type { Day } from '../../src/paper.ts';
import { rateExceeded, staleFeed, throttled406, varnish503 } from '../arxiv-server/faults.ts';
import { addDays, lists } from '../arxiv-server/mailing-calendar.ts';
import type { ArxivServer } from '../arxiv-server/arxiv-server.ts';
import { morning, type Rehearsal, type RunFigures } from './rehearsal.ts';

export interface Scenario {
  first: Day;
  /** A listing day that the calendar leaves out although it is a weekday. */
  holiday: Day | null;
  skipped: Day[];
  /** The feed shows the listing before under today's stamps. */
  stale: Day;
  /** Every channel answers 503. */
  storm: Day;
  feedOnly: Day;
  oaiOnly: Day;
}

export interface DayOfRun {
  day: Day;
  figures: RunFigures;
  /** Whether the same run at the same instant changed a byte; `null` when it was not repeated. */
  rerunChanged: boolean | null;
  politeness: { shortestGap: number; mostOpen: number; anonymous: number };
}

export const days = ({ first }: Scenario): Day[] =>
  Array.from({ length: 30 }, (_, i) => addDays(first, i));

export const isNormal = (day: Day, scenario: Scenario): boolean =>
  lists(day) &&
  ![scenario.stale, scenario.storm, scenario.feedOnly, scenario.oaiOnly].includes(day);

/** Runs the thirty days, or the first `count` of them, those that `repeat` names twice, and tells how each went. */
export async function runThirtyDays(
  rehearsal: Rehearsal,
  scenario: Scenario,
  repeat: (day: Day) => boolean,
  count = 30,
): Promise<DayOfRun[]> {
  const told: DayOfRun[] = [];
  for (const day of days(scenario).slice(0, count)) {
    if (scenario.skipped.includes(day)) continue;
    strike(rehearsal.server, day, scenario);
    await rehearsal.run(morning(day));
    const { figures } = rehearsal;
    const { log } = rehearsal.server;
    const politeness = {
      shortestGap: log.shortestGap(),
      mostOpen: log.mostOpen,
      anonymous: log.seen.filter(({ userAgent, accept }) => !userAgent || !accept).length,
    };
    const rerunChanged = repeat(day) ? await changesOnRerun(rehearsal, day) : null;
    told.push({ day, figures, politeness, rerunChanged });
  }
  return told;
}

async function changesOnRerun(rehearsal: Rehearsal, day: Day): Promise<boolean> {
  const before = rehearsal.fingerprint();
  await rehearsal.run(morning(day));
  return rehearsal.fingerprint() !== before;
}

function strike(server: ArxivServer, day: Day, scenario: Scenario): void {
  server.heal();
  if (day === scenario.stale) server.fail('feed', staleFeed(listingBefore(day)));
  if (day === scenario.storm) server.fail('any', varnish503());
  if (day === scenario.feedOnly) {
    server.fail('api', rateExceeded());
    server.fail('oai', varnish503());
  }
  if (day === scenario.oaiOnly) {
    server.fail('feed', throttled406);
    server.fail('api', throttled406);
  }
}

function listingBefore(day: Day): Day {
  let before = addDays(day, -1);
  while (!lists(before)) before = addDays(before, -1);
  return before;
}
