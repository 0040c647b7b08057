import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper, PaperId } from '../../src/paper.ts';
import { isAnnouncementReceipt } from '../../src/store/receipts.ts';
import { difference } from '../../src/update/arxiv/announcement-receipt.ts';
import { addDays, lists } from '../arxiv-server/mailing-calendar.ts';
import { hasRealRecords } from '../real-records.ts';
import { expectedPapers, type ExpectedPaper } from './expected-papers.ts';
import { startRehearsal, type Rehearsal } from './rehearsal.ts';
import { invented, realMay, realWinter, type ThirtyDays } from './thirty-day-cases.ts';
import { days, isNormal, runThirtyDays, type DayOfRun } from './thirty-days.ts';

const withRealRecords = describe.skipIf(!hasRealRecords);

describe('thirty days of invented papers', () => hold(invented));
withRealRecords('thirty days of ../shared/data over a holiday', () => hold(realWinter));
withRealRecords('thirty days of ../shared/data in May 2026', () => hold(realMay));

function hold(make: () => ThirtyDays | Promise<ThirtyDays>): void {
  let rehearsal: Rehearsal;
  let told: DayOfRun[];
  let facts: ThirtyDays;
  let stored: Map<PaperId, Paper>;
  let expected: ExpectedPaper[];

  beforeAll(async () => {
    facts = await make();
    rehearsal = await startRehearsal({ papers: facts.papers, config: facts.config });
    told = await runThirtyDays(rehearsal, facts.scenario, facts.repeat);
    stored = new Map([...rehearsal.snapshot().allPapers()].map((paper) => [paper.id, paper]));
    const period = { from: facts.scenario.first, through: addDays(facts.scenario.first, 29) };
    const categories = Object.keys(facts.config.arxiv.categories);
    expected = [...expectedPapers({ ...facts, ...period, categories }).values()];
  }, 900_000);
  afterAll(() => rehearsal.close());

  it('hold every announced paper that the config keeps, at its newest version', () => {
    const missing = expected.filter(({ id, version }) => (stored.get(id)?.version ?? 0) < version);
    expect(expected.length).toBeGreaterThan(facts.atLeast);
    expect(missing).toEqual([]);
  });

  it('hold each paper once', () => {
    const all = [...rehearsal.snapshot().allPapers()];
    expect(all).toHaveLength(stored.size);
  });

  it('date each paper by its announcement', () => {
    const wrong = expected.filter(
      ({ id, announced }) => !announced.includes(stored.get(id)?.announced ?? ''),
    );
    expect(
      wrong.map(({ id, announced }) => ({ id, announced, stored: stored.get(id)?.announced })),
    ).toEqual([]);
  });

  it('leave no paper provisional', () => {
    expect([...stored.values()].filter(({ provisional }) => provisional)).toEqual([]);
  });

  it('leave a receipt for each listing, and each adds up', () => {
    const receipts = [...rehearsal.snapshot().receipts()].filter((r) => isAnnouncementReceipt(r));
    const due = days(facts.scenario).filter((day) => lists(day));
    expect(due).not.toContain(facts.scenario.holiday);
    expect(receipts.map(({ date }) => date)).toEqual(due);
    for (const { categories } of receipts) {
      for (const category of Object.values(categories)) {
        expect(difference(category)).toBe(0);
        expect(category.failed_ids).toEqual([]);
        expect(category.unaccounted_ids).toBeUndefined();
      }
    }
    const state = new Map(receipts.map((receipt) => [receipt.date, receipt.state]));
    const { scenario } = facts;
    for (const day of due.filter((d) => isNormal(d, scenario) && !scenario.skipped.includes(d))) {
      expect([day, state.get(day)]).toEqual([day, 'complete']);
    }
    expect(scenario.skipped.map((day) => state.get(day))).toEqual(['unproved', 'unproved']);
    expect(state.get(scenario.stale)).toBe('stale');
    // nothing was had on that day, and the next one brought its papers without its feed
    expect(state.get(scenario.storm)).toBe('unproved');
    expect(state.get(scenario.feedOnly)).toBe('complete');
    expect(state.get(scenario.oaiOnly)).toBe('unproved');
  });

  it('change no byte when a run is repeated', () => {
    const repeated = told.filter(({ rerunChanged }) => rerunChanged !== null);
    expect(repeated.length).toBeGreaterThan(6);
    expect(repeated.filter(({ rerunChanged }) => rerunChanged).map(({ day }) => day)).toEqual([]);
  });

  it('ask one at a time, three seconds apart, and say who asks', () => {
    for (const { politeness } of told) {
      expect(politeness.shortestGap).toBeGreaterThanOrEqual(3000);
      expect(politeness.mostOpen).toBe(1);
      expect(politeness.anonymous).toBe(0);
    }
  });

  it('ask for no page that was not needed', () => {
    const { page_size: size } = facts.config.arxiv;
    for (const receipt of rehearsal.snapshot().receipts()) {
      if (isAnnouncementReceipt(receipt) || !isNormal(receipt.at.slice(0, 10), facts.scenario))
        continue;
      const { api, feed } = receipt.channels;
      expect(feed?.requests).toBe(1);
      // at most one half-filled page each of the window, of revisions and of ids
      expect(api?.requests).toBeLessThanOrEqual(Math.ceil((api?.records ?? 0) / size) + 3);
    }
  });

  it('wait on a normal day no longer than politeness asks, by a fifth', () => {
    for (const { day, figures } of told.filter((run) => isNormal(run.day, facts.scenario))) {
      expect([day, figures.virtualMs <= 1.2 * figures.requests * 3000]).toEqual([day, true]);
    }
  });
}
