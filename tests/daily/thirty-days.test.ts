import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import type { Config } from '../../src/config/config.ts';
import type { Paper, PaperId } from '../../src/paper.ts';
import { isAnnouncementReceipt } from '../../src/store/receipts.ts';
import { difference } from '../../src/update/announcement-receipt.ts';
import { keeper } from '../../src/update/keep.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import { addDays, lists } from '../arxiv-server/mailing-calendar.ts';
import { realPapers } from '../arxiv-server/real-papers.ts';
import type { ServedPaper } from '../arxiv-server/served-paper.ts';
import { hasRealRecords } from '../real-records.ts';
import { expectedPapers, type ExpectedFacts } from './expected-papers.ts';
import { rehearsalConfig, startRehearsal, type Rehearsal } from './rehearsal.ts';
import { days, isNormal, runThirtyDays, type DayOfRun, type Scenario } from './thirty-days.ts';

interface Case {
  scenario: Scenario;
  papers: ServedPaper[];
  config: Config;
  keeps: ExpectedFacts['keeps'];
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

/** Around Martin Luther King Day, which the real ids show to have had no mailing. */
const real = async (): Promise<Case> => {
  const config = await readConfig();
  const keep = keeper(config);
  return {
    scenario: {
      first: '2026-01-08',
      holiday: '2026-01-20',
      skipped: ['2026-01-13', '2026-01-14'],
      stale: '2026-01-16',
      storm: '2026-01-23',
      feedOnly: '2026-01-28',
      oaiOnly: '2026-02-03',
    },
    papers: realPapers(),
    config,
    keeps: ({ versions }, categories) => {
      const text = versions.at(-1);
      return text !== undefined && keep({ ...text, categories }) !== null;
    },
  };
};

describe.each([
  { name: 'invented papers', make: invented, skip: false },
  { name: 'the real records', make: real, skip: !hasRealRecords },
])('thirty days of $name', ({ name, make, skip }) => {
  if (skip) return it.skip(`(${name} are not beside the repository)`, () => undefined);
  let rehearsal: Rehearsal;
  let told: DayOfRun[];
  let facts: Case;
  let stored: Map<PaperId, Paper>;

  beforeAll(async () => {
    facts = await make();
    rehearsal = await startRehearsal({ papers: facts.papers, config: facts.config });
    told = await runThirtyDays(rehearsal, facts.scenario);
    stored = new Map([...rehearsal.snapshot().allPapers()].map((paper) => [paper.id, paper]));
  }, 600_000);
  afterAll(() => rehearsal.close());

  const expected = () =>
    expectedPapers({
      papers: facts.papers,
      categories: Object.keys(facts.config.arxiv.categories),
      keeps: facts.keeps,
      from: facts.scenario.first,
      through: addDays(facts.scenario.first, 29),
    });

  it('hold every announced paper that the config keeps, at its newest version', () => {
    const missing = [...expected().values()].filter(
      ({ id, version }) => (stored.get(id)?.version ?? 0) < version,
    );
    expect(expected().size).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });

  it('hold each paper once', () => {
    const all = [...rehearsal.snapshot().allPapers()];
    expect(all).toHaveLength(stored.size);
  });

  it('date each paper by its announcement', () => {
    const wrong = [...expected().values()].filter(
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
    expect(state.get(scenario.storm)).toBe('failing');
    expect(state.get(scenario.feedOnly)).toBe('complete');
    expect(state.get(scenario.oaiOnly)).toBe('unproved');
  });

  it('change no byte when a run is repeated', () => {
    expect(told.filter(({ rerunChanged }) => rerunChanged).map(({ day }) => day)).toEqual([]);
  });

  it('ask one at a time, three seconds apart, and say who asks', () => {
    for (const { politeness } of told) {
      expect(politeness.shortestGap).toBeGreaterThanOrEqual(3000);
      expect(politeness.mostOpen).toBe(1);
      expect(politeness.anonymous).toBe(0);
    }
  });

  it('wait on a normal day no longer than politeness asks, by a fifth', () => {
    for (const { day, figures } of told.filter((run) => isNormal(run.day, facts.scenario))) {
      expect([day, figures.virtualMs <= 1.2 * figures.requests * 3000]).toEqual([day, true]);
    }
  });
});
