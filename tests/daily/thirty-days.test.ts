import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import type { Config } from '../../src/config/config.ts';
import type { Day, Paper, PaperId } from '../../src/paper.ts';
import { isAnnouncementReceipt } from '../../src/store/receipts.ts';
import { difference } from '../../src/update/arxiv/announcement-receipt.ts';
import { keeper } from '../../src/update/arxiv/keep.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import { addDays, lists } from '../arxiv-server/mailing-calendar.ts';
import { realPapers } from '../arxiv-server/real-papers.ts';
import type { ServedPaper } from '../arxiv-server/served-paper.ts';
import { hasRealRecords } from '../real-records.ts';
import { expectedPapers, type ExpectedFacts, type ExpectedPaper } from './expected-papers.ts';
import { rehearsalConfig, startRehearsal, type Rehearsal } from './rehearsal.ts';
import { days, isNormal, runThirtyDays, type DayOfRun, type Scenario } from './thirty-days.ts';

interface Case {
  scenario: Scenario;
  papers: ServedPaper[];
  config: Config;
  keeps: ExpectedFacts['keeps'];
  /** How many papers the listings bring at least. */
  atLeast: number;
  /** The days whose run is repeated at the same instant. */
  repeat: (day: Day) => boolean;
}

/** Around Thanksgiving, and over the end of summer time. */
const invented = (): Case => {
  const { papers, topical } = inventRecords({
    seed: 20,
    from: '2026-10-01',
    days: 62,
    perWeekday: 50,
  });
  return {
    atLeast: 700,
    repeat: () => true,
    scenario: {
      first: '2026-10-30',
      holiday: '2026-11-27',
      skipped: ['2026-11-10', '2026-11-11'],
      stale: '2026-11-05',
      storm: '2026-11-17',
      feedOnly: '2026-11-19',
      oaiOnly: '2026-11-24',
    },
    papers,
    config: rehearsalConfig,
    keeps: (paper, categories) =>
      categories.includes('cs.RO') ||
      (topical.has(paper.id) && categories.some((name) => /^cs\.(?:CV|LG|AI)$/.test(name))),
  };
};

/** Over Martin Luther King Day, which the real ids show to have had no mailing; robotics is thin in these records. */
const realWinter = (): Promise<Case> =>
  real(150, {
    first: '2026-01-16',
    holiday: '2026-01-20',
    skipped: ['2026-01-27', '2026-01-28'],
    stale: '2026-02-06',
    storm: '2026-02-11',
    feedOnly: '2026-02-04',
    oaiOnly: '2026-02-13',
  });

/** The month of which the records hold most. */
const realMay = (): Promise<Case> =>
  real(800, {
    first: '2026-05-01',
    holiday: null,
    skipped: ['2026-05-12', '2026-05-13'],
    stale: '2026-05-21',
    storm: '2026-05-19',
    feedOnly: '2026-05-07',
    oaiOnly: '2026-05-27',
  });

async function real(atLeast: number, scenario: Scenario): Promise<Case> {
  const config = await readConfig();
  const keep = keeper(config);
  const since = addDays(scenario.first, -60);
  return {
    atLeast,
    scenario,
    // with thousands of papers a run costs a second; the invented papers repeat every day
    repeat: (day) => !isNormal(day, scenario) || day <= addDays(scenario.first, 5),
    papers: realPapers().filter(({ versions }) => (versions[0]?.submitted ?? '') >= since),
    config,
    keeps: ({ versions }, categories) => {
      const text = versions.at(-1);
      return text !== undefined && keep({ ...text, categories }) !== null;
    },
  };
}

describe.each([
  { name: 'invented papers', make: invented, skip: false },
  { name: 'real records over a holiday', make: realWinter, skip: !hasRealRecords },
  { name: 'real records of May 2026', make: realMay, skip: !hasRealRecords },
])('thirty days of $name', ({ name, make, skip }) => {
  if (skip) return it.skip(`(${name} are not beside the repository)`, () => undefined);
  let rehearsal: Rehearsal;
  let told: DayOfRun[];
  let facts: Case;
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
});
