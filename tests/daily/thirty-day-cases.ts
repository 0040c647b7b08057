/** The worlds in which thirty days are rehearsed: invented papers, and the real ones where they are at hand. */
import { readConfig } from '../../src/config/read-config.ts';
import type { Config } from '../../src/config/config.ts';
import type { Day } from '../../src/paper.ts';
import { keeper } from '../../src/update/arxiv/keep.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import { addDays } from '../arxiv-server/mailing-calendar.ts';
import { realPapers } from '../arxiv-server/real-papers.ts';
import type { ServedPaper } from '../arxiv-server/served-paper.ts';
import type { ExpectedFacts } from './expected-papers.ts';
import { rehearsalConfig } from './rehearsal.ts';
import { isNormal, type Scenario } from './thirty-days.ts';

export interface ThirtyDays {
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
export const invented = (): ThirtyDays => {
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
export const realWinter = (): Promise<ThirtyDays> =>
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
export const realMay = (): Promise<ThirtyDays> =>
  real(800, {
    first: '2026-05-01',
    holiday: null,
    skipped: ['2026-05-12', '2026-05-13'],
    stale: '2026-05-21',
    storm: '2026-05-19',
    feedOnly: '2026-05-07',
    oaiOnly: '2026-05-27',
  });

async function real(atLeast: number, scenario: Scenario): Promise<ThirtyDays> {
  const config = await readConfig();
  const keep = keeper(config);
  const since = addDays(scenario.first, -40);
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
